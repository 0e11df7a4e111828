"""Word lists and templates for the Konjunktiv; all sentences are our own (CC0)."""

from __future__ import annotations

_VERB_ROWS = """
liefern     | liefere     | liefert     | lieferte     | lieferten     | geliefert      | neue Waffen
reisen      | reise       | reist       | reiste       | reisten       | gereist        | nach Lindenau
planen      | plane       | plant       | plante       | planten       | geplant        | einen Besuch
prüfen      | prüfe       | prüft       | prüfte       | prüften       | geprüft        | die Vorwürfe
fordern     | fordere     | fordert     | forderte     | forderten     | gefordert      | mehr Geld
erwarten    | erwarte     | erwartet    | erwartete    | erwarteten    | erwartet       | weitere Gespräche
kennen      | kenne       | kennt       | kannte       | kannten       | gekannt        | den Bericht
nennen      | nenne       | nennt       | nannte       | nannten       | genannt        | keine Zahlen
gehen       | gehe        | geht        | ging         | gingen        | gegangen       | davon aus
kommen      | komme       | kommt       | kam          | kamen         | gekommen       | am Abend zurück
stehen      | stehe       | steht       | stand        | standen       | gestanden      | vor großen Aufgaben
sehen       | sehe        | sieht       | sah          | sahen         | gesehen        | keinen Grund zur Sorge
geben       | gebe        | gibt        | gab          | gaben         | gegeben        | keine Hinweise
nehmen      | nehme       | nimmt       | nahm         | nahmen        | genommen       | die Kritik ernst
sprechen    | spreche     | spricht     | sprach       | sprachen      | gesprochen     | mit allen Beteiligten
treffen     | treffe      | trifft      | traf         | trafen        | getroffen      | die Ministerin
halten      | halte       | hält        | hielt        | hielten       | gehalten       | an dem Vertrag fest
lassen      | lasse       | lässt       | ließ         | ließen        | gelassen       | die Frage offen
bleiben     | bleibe      | bleibt      | blieb        | blieben       | geblieben      | bei der Aussage
finden      | finde       | findet      | fand         | fanden        | gefunden       | keine Mehrheit
beginnen    | beginne     | beginnt     | begann       | begannen      | begonnen       | mit den Arbeiten
arbeiten    | arbeite     | arbeitet    | arbeitete    | arbeiteten    | gearbeitet     | an einer Lösung
rechnen     | rechne      | rechnet     | rechnete     | rechneten     | gerechnet      | mit Verzögerungen
brauchen    | brauche     | braucht     | brauchte     | brauchten     | gebraucht      | mehr Zeit
verlangen   | verlange    | verlangt    | verlangte    | verlangten    | verlangt       | eine Erklärung
versuchen   | versuche    | versucht    | versuchte    | versuchten    | versucht       | einen Neuanfang
bestreiten  | bestreite   | bestreitet  | bestritt     | bestritten    | bestritten     | jede Beteiligung
leugnen     | leugne      | leugnet     | leugnete     | leugneten     | geleugnet      | die Tat
unterstützen| unterstütze | unterstützt | unterstützte | unterstützten | unterstützt    | den Vorschlag
glauben     | glaube      | glaubt      | glaubte      | glaubten      | geglaubt       | an einen Erfolg
führen      | führe       | führt       | führte       | führten       | geführt        | die Verhandlungen
fliegen     | fliege      | fliegt      | flog         | flogen        | geflogen       | am Freitag heim
ziehen      | ziehe       | zieht       | zog          | zogen         | gezogen        | die Truppen ab
laufen      | laufe       | läuft       | lief         | liefen        | gelaufen       | nach Plan
tragen      | trage       | trägt       | trug         | trugen        | getragen       | die Verantwortung
verlieren   | verliere    | verliert    | verlor       | verloren      | verloren       | das Vertrauen
bieten      | biete       | bietet      | bot          | boten         | geboten        | Hilfe an
liegen      | liege       | liegt       | lag          | lagen         | gelegen        | im Krankenhaus
leben       | lebe        | lebt        | lebte        | lebten        | gelebt         | seit Jahren im Ausland
wissen      | wisse       | weiß        | wusste       | wussten       | gewusst        | nichts davon
"""
VERBS = [
    dict(zip(("inf", "k1", "i3", "p3", "p3p", "pp", "obj"), (c.strip() for c in row.split("|")), strict=True))
    | {"i1": "weiß" if row.startswith("wissen") else row.split("|")[1].strip(), "k2p": row.split("|")[4].strip()}
    | {"i3p": row.split("|")[0].strip()}
    for row in _VERB_ROWS.strip().splitlines()
]

SLOTS = {
    "NAME": ["Brandt", "Ilse Korn", "Herr Vogel", "Frau Lehnert", "Tarek Aydin", "Petra Sommer", "Minister Kroll"],
    "SG": [
        "der Minister", "die Sprecherin", "das Unternehmen", "die Regierung", "der Kanzler", "die Polizei", "sein Land",
        "ihre Partei", "er", "sie", "es", "man", "niemand", "der Verband", "die Behörde", "der Zeuge", "ein Mann",
    ],
    "PL": ["die Soldaten", "beide Seiten", "die Verhandlungen", "viele Menschen", "die Beamten", "sie", "alle"],
    "CUE": ["sagte", "erklärte", "betonte", "teilte mit", "berichtete", "schrieb", "warnte", "behauptete"],
    "TIME": ["am Montag", "in der Nacht", "bereits", "derzeit", "nach eigenen Angaben", "im kommenden Jahr", "nun"],
    "ADJ": ["bereit", "sicher", "nicht zuständig", "sehr besorgt", "krank", "unschuldig", "für den Frieden"],
}  # fmt: skip

SUBJUNCTIVE_TEMPLATES = [
    "NAME CUE , SG <k1.V> OBJ .",
    "NAME CUE , SG <k1.V> TIME OBJ .",
    "NAME CUE , dass SG OBJ <k1.V> .",
    "SG <k1.V> TIME OBJ , hieß es .",
    "TIME <k1.V> SG OBJ .",
    "NAME CUE , SG <k1.habe> OBJ PP .",
    "NAME CUE , dass SG OBJ PP <k1.habe> .",
    "SG <k1.habe> TIME OBJ PP , so NAME .",
    "„ SG <k1.habe> OBJ PP “ , CUE NAME .",
    "NAME CUE , SG <k1.werde> OBJ INF .",
    "SG <k1.werde> TIME OBJ INF .",
    "NAME zufolge <k1.werde> SG OBJ INF .",
    "NAME CUE , dass SG OBJ INF <k1.werde> .",
    "SG <k1.sei> ADJ , CUE NAME .",
    "NAME CUE , SG <k1.sei> TIME ADJ .",
    "PL <k1p.seien> ADJ , CUE NAME .",
    "NAME CUE , PL <k2p.hätten> OBJ PP .",
    "NAME CUE , PL <k2p.würden> OBJ INF .",
    "SG <k2.würde> TIME OBJ INF .",
    "wenn SG OBJ <k2.hätte> , <k2.wäre> SG ADJ .",
    "SG <k2.könnte> OBJ INF .",
    "SG <k1.könne> OBJ INF , hieß es TIME .",
    "NAME CUE , SG <k1.müsse> OBJ INF .",
    "NAME CUE , SG <k1.wolle> OBJ INF .",
    "NAME CUE , SG <k1.solle> OBJ INF .",
    "es <k1.gebe> TIME keine Hinweise , CUE NAME .",
    "dabei <k1.handle> es sich um einen Irrtum .",
    "wenn PL OBJ <k2p.V> , <k2.wäre> SG ADJ .",
    "NAME CUE , PL <k2p.dürften> OBJ INF .",
    "PL <k2p.könnten> OBJ INF .",
    "PL <k2p.wären> ADJ , CUE NAME .",
    "ob SG OBJ <k1.V> , ist offen .",
]

INDICATIVE_TEMPLATES = [
    "ich <i1.V> OBJ .",
    "TIME <i1.V> ich OBJ .",
    "„ ich <i1.habe> OBJ PP “ , CUE NAME .",
    "ich <i1.werde> TIME OBJ INF .",
    "TIME <i1.werde> ich OBJ INF .",
    "NAME CUE , dass ich OBJ PP <i1.habe> .",
    "weil ich OBJ <i1.V> , ist SG ADJ .",
    "SG <i3.V> OBJ .",
    "NAME <i3.hat> OBJ PP .",
    "NAME <p3.V> TIME OBJ .",
    "PL <p3p.V> TIME OBJ .",
    "PL <i3p.V> OBJ .",
    "NAME <i3.wird> TIME OBJ INF .",
    "als PL OBJ <p3p.V> , <p3.war> NAME ADJ .",
    "SG <p3.wurde> TIME krank .",
    "PL <p3p.wurden> TIME krank .",
    "SG <p3.konnte> OBJ INF .",
    "PL <p3p.konnten> TIME OBJ INF .",
    "NAME <p3.hatte> OBJ PP .",
    "PL <p3p.hatten> OBJ PP .",
]
