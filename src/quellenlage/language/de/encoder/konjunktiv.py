"""The mood of a finite verb where form and agreement settle it (Duden, Die Grammatik, 2016, on the Konjunktiv)."""

from __future__ import annotations

from itertools import product

from quellenlage.language.de.encoder.lemma import SEPARABLE

# Konjunktiv II, third person singular, where no Indikativ shares the form; the plural adds -n.
# „Er käme gern.“ „Das läge nahe.“
PAST_UMLAUT = frozenset((
    "wäre", "hätte", "würde", "könnte", "müsste", "müßte", "dürfte", "möchte", "bräuchte", "wüsste", "wüßte",
    "dächte", "brächte", "käme", "nähme", "gäbe", "sähe", "läge", "säße", "träfe", "spräche", "fände", "stünde",
    "stände", "verlöre", "zöge", "flöge", "böte", "löge", "begänne", "begönne", "gewänne", "gewönne", "würfe",
    "stürbe", "hülfe", "träte", "geschähe", "bräche", "stäche", "äße", "fräße", "läse", "mäße", "bäte", "trüge",
    "schlüge", "lüde", "wüchse", "schwömme", "sänke", "tränke", "zwänge", "spränge", "sänge", "gälte", "verdürbe",
    "befähle", "empföhle", "schösse", "schlösse", "göße", "flösse", "genösse", "täte", "hübe", "schüfe", "grübe",
))  # fmt: skip

# Konjunktiv II of strong verbs without umlaut: marked in the singular alone. „Ohne sie ginge es nicht.“
PAST_SINGULAR = frozenset((
    "bewiese", "bliebe", "empfinge", "erschiene", "fiele", "finge", "ginge", "griffe", "hielte", "hinge", "liefe",
    "liehe", "ließe",
    "litte", "miede", "riefe", "ritte", "schiede", "schliefe", "schnitte", "schriebe", "schwiege", "stiege",
    "stritte", "triebe", "verschwiege",
))  # fmt: skip

# Konjunktiv I in forms that are neither an Indikativ nor, inside a sentence, an imperative. „Er wisse davon nichts.“
PRESENT_MARKED = frozenset(["sei", "seien", "könne", "müsse", "dürfe", "solle", "wolle", "möge", "wisse"])

_PREFIXES = tuple(f"{a}{b}" for a, b in product(["", *SEPARABLE], ["", "be", "ent", "er", "ge", "ver", "zer"]))


def _past_forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for prefix, form in product(_PREFIXES, PAST_UMLAUT):
        forms[prefix + form] = "Sing"
        forms[prefix + form + "n"] = "Plur"
    return forms


_SINGULAR_FORMS = frozenset(prefix + form for prefix, form in product(_PREFIXES, PAST_SINGULAR))
PAST_FORMS = _past_forms()
"""Marked forms of the Konjunktiv II with their prefixes, and their number."""


def present_singular(form: str, lemma: str) -> bool:
    """Whether `form` is the lemma's stem with -e: first person Indikativ or third person Konjunktiv I."""
    return any(form == stem + "e" for stem in _stems(lemma))


def settled(form: str, lemma: str, subject: str, features: dict[str, str]) -> dict[str, str]:
    """`features` of a finite verb with mood, tense and person as form and subject have them; else as they were.

    `subject` is the lower-case form of the verb's subject, "" where none is known.
    """
    form = form.lower()
    if form in _SINGULAR_FORMS or form in PAST_FORMS:
        return features | {"Mood": "Sub", "Tense": "Past", "Number": PAST_FORMS.get(form, "Sing")}
    if form == "seien" or (form in PRESENT_MARKED and (subject or features.get("Mood") != "Imp")):
        return features | _present(form, subject)
    if features.get("Mood") == "Imp":
        return features
    if present_singular(form, lemma) and subject and subject not in ("du", "wir", "ihr"):
        return features | _present(form, subject)
    if not form.endswith("e") and not form.endswith(("ten", "est", "et")):
        return features | {"Mood": "Ind"}
    return features


def _present(form: str, subject: str) -> dict[str, str]:
    if form == "seien":
        return {"Mood": "Sub", "Tense": "Pres", "Number": "Plur"}
    if subject == "ich":
        marked = form in PRESENT_MARKED and form not in ("solle", "wolle")
        return {"Mood": "Sub" if marked else "Ind", "Tense": "Pres", "Number": "Sing", "Person": "1"}
    return {"Mood": "Sub", "Tense": "Pres", "Number": "Sing", "Person": "3"}


def _stems(lemma: str) -> list[str]:
    stem = lemma[:-2] if lemma.endswith("en") else lemma[:-1]
    return [stem] + [stem[len(p) :] for p in SEPARABLE if stem.startswith(p) and len(stem) > len(p) + 1]
