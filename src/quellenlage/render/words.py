"""The page's words for the closed vocabularies, each with a sign where it has one and a sentence on it.

They stand here in German; ``phrases.t`` gives the pair with the English.
"""

from typing import NamedTuple

from quellenlage.model import Basis, Collapse, ConflictKind, Factuality, Kind, Medium, Stance, StatementType, Status
from quellenlage.render.phrases import Phrase, t


class Label(NamedTuple):
    """A word for the reader, what it means, and a sign that works without colour."""

    word: str
    help: str
    sign: str = ""


STATUS = {
    Status.POSSIBLE: Label("möglich", "Es wird für möglich gehalten oder erwartet.", "◌"),
    Status.PLANNED: Label("geplant", "Es ist angekündigt, beabsichtigt oder verabredet.", "▷"),
    Status.CONFIRMED: Label("bestätigt", "Wer beteiligt oder zuständig ist, hat es bestätigt.", "◇"),
    Status.ONGOING: Label("im Gang", "Es geschieht nach den Berichten gerade.", "◐"),
    Status.HAPPENED: Label("geschehen", "Es wird als geschehen berichtet. Ob es stimmt, sagt diese Seite nicht.", "●"),
    Status.CANCELLED: Label("abgesagt", "Es war vorgesehen und findet nicht statt.", "⊘"),
    Status.DENIED: Label("bestritten", "Jemand sagt, dass es nicht so ist.", "✕"),
}

CONTESTED = Label("umstritten", "Jemand bestreitet es, oder die Angaben der Berichte vertragen sich nicht.", "≠")

FACTUALITY = {
    Factuality.CERTAIN: Label("als sicher", "Die Quelle legt sich fest: Es ist so."),
    Factuality.PROBABLE: Label("als wahrscheinlich", "Die Quelle hält es für wahrscheinlich."),
    Factuality.POSSIBLE: Label("als möglich", "Die Quelle hält es für möglich."),
    Factuality.CERTAIN_NOT: Label("als nicht der Fall", "Die Quelle legt sich fest: Es ist nicht so."),
    Factuality.PROBABLY_NOT: Label("als unwahrscheinlich", "Die Quelle hält es für unwahrscheinlich."),
    Factuality.POSSIBLY_NOT: Label("als möglicherweise nicht", "Die Quelle hält für möglich, dass es nicht so ist."),
    Factuality.UNCOMMITTED: Label("offengelassen", "Die Quelle legt sich nicht fest."),
}

STANCE = {
    Stance.ASSERTS: Label("sagt", "Die Quelle behauptet oder berichtet es."),
    Stance.ANNOUNCES: Label("kündigt an", "Die Quelle stellt es für später in Aussicht."),
    Stance.CONFIRMS: Label("bestätigt", "Die Quelle bestätigt, was andere sagen."),
    Stance.DENIES: Label("bestreitet", "Die Quelle sagt, dass es nicht so ist.", "✕"),
    Stance.DOUBTS: Label("bezweifelt", "Die Quelle glaubt es nicht oder nicht ganz."),
    Stance.DEMANDS: Label("fordert", "Die Quelle will, dass es geschieht."),
    Stance.WARNS: Label("warnt", "Die Quelle weist auf eine Gefahr hin."),
    Stance.ASKS: Label("fragt", "Die Quelle stellt eine Frage."),
}

TYPE = {
    StatementType.DIRECT: Label("wörtlich", "Wörtliche Rede in Anführungszeichen."),
    StatementType.INDIRECT: Label("indirekt", "Indirekte Rede mit Einleitung, etwa mit „dass“ oder „laut“."),
    StatementType.FREE_INDIRECT: Label("erlebte Rede", "Gedanken oder Worte ohne Einleitung im Indikativ."),
    StatementType.INDIRECT_FREE_INDIRECT: Label(
        "fortgesetzt", "Indirekte Rede ohne Einleitung; der Konjunktiv zeigt, dass die Quelle weiterspricht."
    ),
    StatementType.REPORTED: Label("zusammengefasst", "Der Bericht sagt nur, worüber gesprochen wurde."),
}

MEDIUM = {
    Medium.SPEECH: Label("mündlich", "gesprochen"),
    Medium.WRITING: Label("schriftlich", "geschrieben"),
    Medium.THOUGHT: Label("gedacht", "gedacht oder geglaubt"),
    Medium.ST: Label("gesagt oder gedacht", "Der Text lässt offen, ob gesprochen oder gedacht."),
    Medium.SW: Label("gesagt oder geschrieben", "Der Text lässt offen, ob gesprochen oder geschrieben."),
    Medium.TW: Label("gedacht oder geschrieben", "Der Text lässt offen, ob gedacht oder geschrieben."),
}

KIND = {
    Kind.PERSON: Label("Person", "ein Mensch"),
    Kind.ORGANISATION: Label("Organisation", "Behörde, Unternehmen, Verband, Redaktion …"),
    Kind.PLACE: Label("Ort", "Ort oder Land; als Quelle steht ein Land für seine Regierung"),
    Kind.OFFICE: Label("Amt", "ein Amt ohne Namen"),
    Kind.GROUP: Label("Gruppe", "mehrere Menschen ohne Namen"),
    Kind.UNKNOWN: Label("nicht bestimmt", "Die Art ist aus den Berichten nicht zu erkennen."),
}

BASIS = {
    Basis.METADATA: Label(
        "laut Angaben zur Datei", "Der Tag steht in den Metadaten des Berichts oder wurde angegeben."
    ),
    Basis.STATED: Label("steht im Bericht", "Der Tag steht ausdrücklich im Text."),
    Basis.INFERRED: Label("erschlossen", "Der Tag folgt aus Zeitangaben im Text oder in anderen Berichten."),
    Basis.UNKNOWN: Label("nicht zu ermitteln", "Nichts im Bericht verrät den Tag."),
}

COLLAPSE = {
    Collapse.SAME_SOURCE: Label("dieselbe Quelle", "Beide Aussagen stammen von derselben Quelle."),
    Collapse.CITES: Label("beruft sich auf diese Quelle", "Wer hier spricht, gibt nur wieder, was diese Quelle sagt."),
    Collapse.AGENCY_CREDIT: Label("nennt dieselbe Agentur", "Der Bericht weist dieselbe Agentur als Herkunft aus."),
    Collapse.COPIED_TEXT: Label("übernommener Text", "Der Bericht enthält denselben Wortlaut wie ein anderer."),
}

CONFLICT = {
    ConflictKind.DENIAL: Label("Bestreiten", "Eine Seite sagt, dass es so ist, die andere, dass es nicht so ist."),
    ConflictKind.TIME: Label("Zeit", "Die Seiten nennen verschiedene Zeiten."),
    ConflictKind.PLACE: Label("Ort", "Die Seiten nennen verschiedene Orte."),
    ConflictKind.QUANTITY: Label("Zahl", "Die Seiten nennen verschiedene Zahlen."),
    ConflictKind.ROLE: Label("Beteiligte", "Die Seiten nennen verschiedene Beteiligte."),
}

ROLE = {
    "addressee": Label("angesprochen", "An wen es gerichtet ist."),
    "agent": Label("handelnd", "Wer es tut."),
    "beneficiary": Label("begünstigt", "Wem es zugutekommt."),
    "counterpart": Label("Gegenüber", "Mit wem es geschieht."),
    "destination": Label("Ziel", "Wohin es geht."),
    "goal": Label("Ziel", "Wohin es geht."),
    "instrument": Label("Mittel", "Womit es geschieht."),
    "origin": Label("Herkunft", "Woher es kommt."),
    "partner": Label("beteiligt", "Wer mitmacht."),
    "patient": Label("betroffen", "Wem es widerfährt."),
    "recipient": Label("empfangend", "Wer es bekommt."),
    "source": Label("Herkunft", "Woher es kommt."),
    "target": Label("Ziel", "Wohin es geht."),
    "theme": Label("Gegenstand", "Worum es geht."),
    "topic": Label("Gegenstand", "Worum es geht."),
}

SIDE = {
    "affirms": t("Es ist so"),
    "possible": t("Es ist möglich"),
    "denies": t("Es ist nicht so"),
}

LAYER = {
    "furniture": Label("Beiwerk", "Gehört nicht zum Artikel; daraus wird nichts gelesen."),
    "content": Label("Inhalt", "Was die Quelle sagt."),
    "source": Label("Quelle", "Wessen Wort es ist."),
    "cue": Label("Redezeichen", "Das Wort, das die Rede anzeigt."),
    "addressee": Label("Angesprochene", "Zu wem gesprochen wird."),
    "mark": Label("Gewissheit", "Ein Wort, das zeigt, wie fest die Aussage ist."),
    "time": Label("Zeit", "Eine Zeitangabe."),
    "event": Label("Ereignis", "Das Wort, das ein Ereignis nennt."),
    "copy": Label("gemeinsamer Wortlaut", "Steht Wort für Wort auch in einem anderen Bericht."),
}


def role(name: str) -> Label:
    """Give the word for a participant's role; one that is not known stands for itself."""
    return ROLE.get(name) or Label(name, "")


def count(least: int, most: int) -> Phrase:
    """Say how many independent origins there are; a range where the reports leave it open."""
    if most <= 0:
        return t("keine Quelle erkennbar")
    if least == most:
        return t("1 unabhängige Quelle") if most == 1 else t("{n} unabhängige Quellen", n=most)
    return t("{least} bis {most} unabhängige Quellen", least=max(least, 0), most=most)


def several(number: int, one: str, more: str) -> str:
    """Give the number with its noun: "1 Bericht", "3 Berichte"."""
    return f"{number} {one if number == 1 else more}"
