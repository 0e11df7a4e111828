"""The other treebanks read as UD German-GSD would write them: tags, features, relations and lemmas.

Rows are CoNLL-U columns. What cannot be told for sure is `None`, or left out, and teaches nothing.
"""

from __future__ import annotations

from quellenlage.language.de.encoder.labels import FEATURES, NONE

Row = list[str]

XPOS = {"PROAV": "PAV", "PIDAT": "PIAT"}
RELATIONS = {"acl:relcl": "acl", "flat:name": "flat", "nmod:poss": "nmod", "obl:tmod": "obl", "iobj": "obl:arg"}
AUXILIARIES = frozenset(("haben", "sein", "werden"))
MODALS = frozenset(("dürfen", "können", "mögen", "müssen", "sollen", "wollen"))
_PLAIN = {
    ("NN", "NOUN"): "NN", ("NNA", "NOUN"): "NN", ("NNP", "PROPN"): "NE", ("CD", "NUM"): "CARD", ("WP", "PRON"): "PWS",
    ("REL", "PRON"): "PRELS", ("DTP$", "DET"): "PPOSAT", ("WDT", "DET"): "PWAT", ("WRB", "ADV"): "PWAV",
    ("ART", "DET"): "ART", ("EX", "PRON"): "PPER",
}  # fmt: skip
_DETERMINERS = {"Art": "ART", "Dem": "PDAT", "Ind": "PIAT", "Neg": "PIAT", "Tot": "PIAT"}
_PRONOMINAL_ADVERBS = frozenset((
    "dabei", "dadurch", "dafür", "dagegen", "daher", "dahin", "damit", "danach", "daneben", "daran", "darauf", "daraus",
    "darin", "darüber", "darum", "darunter", "davon", "davor", "dazu", "dazwischen", "außerdem", "deshalb", "deswegen",
    "trotzdem", "dennoch", "hierbei", "hierfür", "hierzu", "stattdessen",
))  # fmt: skip
_NOT_OF_NOUNS = ("Mood", "Tense", "VerbForm", "Degree", "Person", "PronType", "Reflex", "Definite", "Poss")
_NOT_OF_VERBS = ("Case", "Gender", "Degree", "PronType", "Definite", "NumType", "Poss", "Reflex")


def xpos(row: Row, corpus: str) -> str | None:
    """The STTS tag."""
    if corpus != "pud":
        return XPOS.get(row[4], row[4])
    form, lemma, upos, tag = row[1], row[2], row[3], row[4]
    if row[7] == "compound:prt":
        return "PTKVZ"
    if (tag, upos) in _PLAIN:
        return "PIS" if lemma == "man" else _PLAIN[tag, upos]
    by_upos = {
        "ADP": lambda: "APPR" if tag in ("IN", "APPR") and lemma not in ("zufolge", "halber", "entlang") else None,
        "PUNCT": lambda: _punctuation(form),
        "VERB": lambda: _verb(form, lemma, tag, row[5]),
        "AUX": lambda: _verb(form, lemma, tag, row[5]),
        "ADJ": lambda: _adjective(form, row[5]) if tag == "JJ" else None,
        "CCONJ": lambda: "KOKOM" if lemma in ("als", "wie") else "KON",
        "SCONJ": lambda: "KOUI" if lemma in ("um", "ohne", "anstatt", "statt") else "KOUS",
        "ADV": lambda: ("PAV" if lemma.lower() in _PRONOMINAL_ADVERBS else "ADV") if tag == "RB" else None,
        "DET": lambda: _determiner(row[5]) if tag in ("DT", "PDT") else None,
        "PRON": lambda: _pronoun(lemma, row[5]) if tag == "PRP" else None,
        "PART": lambda: {"zu": "PTKZU", "nicht": "PTKNEG"}.get(form.lower()),
    }
    return by_upos.get(upos, lambda: None)()


def features(row: Row, corpus: str) -> dict[str, str]:
    """What the row says of `FEATURES`; `NONE` where a feature cannot be, nothing where the treebank merely omits it."""
    found = _pairs(row[5])
    upos = row[3]
    if corpus == "gsd":
        return {name: found.get(name, NONE) for name in FEATURES}
    if corpus == "hdt":
        found.pop("Mood", None)
    if upos in ("PUNCT", "ADP", "CCONJ", "SCONJ", "PART", "ADV"):
        return dict.fromkeys(FEATURES, NONE)
    if upos in ("VERB", "AUX"):
        return _verb_features(row, found)
    if upos in ("NOUN", "PROPN"):
        return dict.fromkeys(_NOT_OF_NOUNS, NONE) | found
    return dict.fromkeys(("Mood", "Tense", "VerbForm"), NONE) | found


def lemma(row: Row, corpus: str) -> str | None:
    """The lemma; HDT and PUD cut compounds down to their base and treat pronouns and articles their own way."""
    form, found, upos = row[1], row[2], row[3]
    if corpus == "gsd":
        return found
    alike = form[:1].lower() == found[:1].lower() and found != "_"
    return found if alike and upos in ("VERB", "ADJ", "NOUN", "ADV", "ADP") else None


def relation(row: Row) -> str:
    """The relation without the subtypes that GSD does not use."""
    return RELATIONS.get(row[7], row[7])


def _pairs(column: str) -> dict[str, str]:
    pairs = (pair.split("=", 1) for pair in column.split("|") if "=" in pair)
    return {name: value.split(",")[0] for name, value in pairs if name in FEATURES}


def _verb_features(row: Row, found: dict[str, str]) -> dict[str, str]:
    form = {"VBC": "Fin", "VBN": "Part", "VB": "Inf"}.get(row[4]) or found.get("VerbForm")
    if form in ("Part", "Inf"):
        return dict.fromkeys(FEATURES, NONE) | {"VerbForm": form}
    if form == "Fin":
        return dict.fromkeys(_NOT_OF_VERBS, NONE) | found | {"VerbForm": "Fin"}
    return {}


def _punctuation(form: str) -> str:
    return {",": "$,", ".": "$.", "!": "$.", "?": "$.", ":": "$.", ";": "$."}.get(form, "$(")


def _verb(form: str, lemma_: str, tag: str, column: str) -> str | None:
    kind = "A" if lemma_ in AUXILIARIES else "M" if lemma_ in MODALS else "V"
    if tag == "VBC":
        return "VVIMP" if "Mood=Imp" in column else f"V{kind}FIN"
    if tag == "VBN":
        return f"V{kind}PP"
    if tag == "VB":
        return "VVIZU" if kind == "V" and form.lower() != lemma_ and "zu" in form else f"V{kind}INF"
    return None


def _adjective(form: str, column: str) -> str | None:
    if "Case=" not in column:
        return "ADJD"
    return "ADJA" if form.endswith(("e", "en", "er", "es", "em")) else None


def _determiner(column: str) -> str | None:
    return _DETERMINERS.get(_pairs(column).get("PronType", ""))


def _pronoun(lemma_: str, column: str) -> str:
    if lemma_ == "man":
        return "PIS"
    return "PRF" if "Reflex=Yes" in column else "PPER"
