"""Five reports of a story that never was. Nobody and nothing in them exists."""

AGENCY = """Außenministerin reist nach Port Merin

Halvenstadt (nap) – Die ostrelische Außenministerin Hanne Voss will in der kommenden Woche nach Port Merin \
reisen. Das teilte ein Sprecher ihres Ministeriums am Montag mit. Geplant sei ein Gespräch mit Präsident Ilja \
Karsund über den gesperrten Seeweg.

Nach Angaben der kestrischen Küstenwache liegen vor dem Hafen derzeit 40 Frachter fest. Mit einer raschen \
Öffnung sei nicht zu rechnen."""

DAILY = """Stand: 07.05.2024 06:40 Uhr
Teilen Drucken

Voss vor heikler Mission

Die ostrelische Außenministerin Hanne Voss will in der kommenden Woche nach Port Merin reisen. Das teilte ein \
Sprecher ihres Ministeriums am Montag mit. Wie die Agentur NAP unter Berufung auf die Küstenwache meldet, \
liegen dort 40 Frachter fest. In Halvenstadt wird vermutet, dass Kestria den Hafen offenbar als Druckmittel \
nutzt.

Mehr zum Thema"""

BROADCASTER = """Voss in Port Merin eingetroffen

Außenministerin Hanne Voss ist am Dienstag (14. Mai) in Port Merin eingetroffen. „Wir sind gekommen, um \
zuzuhören“, sagte sie nach der Landung. Der Reederverband sprach von mindestens 65 Schiffen, die auf Reede \
lägen. Eine Öffnung des Hafens soll noch in diesem Monat möglich sein, heißt es aus Delegationskreisen."""

TABLOID = """Karsund: Es gibt keine Sperre!

Präsident Karsund weist alle Vorwürfe zurück. „Es gibt keine Sperre und es hat nie eine gegeben“, sagte er am \
Mittwochabend im Staatsfernsehen. Die Ministerin habe er als Gast empfangen, nicht als Klägerin."""

BLOG = """Notizen vom Kai

Heute hat die Küstenwache dann doch bestätigt: Der Hafen bleibt zu. Von der Ministerin ist nichts mehr zu \
sehen. Sie sei schon am Donnerstag wieder abgereist, sagt ein Hafenarbeiter."""

TEXTS = {"agency": AGENCY, "daily": DAILY, "broadcaster": BROADCASTER, "tabloid": TABLOID, "blog": BLOG}
