"""Mood and tense of German finite verbs, from form and lemma: Konjunktiv I marks whose word a thing is."""

from functools import lru_cache
from typing import NamedTuple

from quellenlage.language import table


class Finite(NamedTuple):
    """Mood (``Ind`` or ``Sub``), tense (``Pres`` or ``Past``) and number (``Sing`` or ``Plur``) as in UD."""

    mood: str
    tense: str
    number: str

    @property
    def morph(self) -> str:
        """The features as a UD string."""
        return f"Mood={self.mood}|Number={self.number}|Tense={self.tense}|VerbForm=Fin"


@lru_cache(maxsize=1)
def _forms() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table("de", "mood").items()}


@lru_cache(maxsize=50_000)
def finite(form: str, lemma: str, first_person: bool = False) -> Finite:
    """Tell mood, tense and number of a finite form (lower case).

    In UD, Konjunktiv I is ``Mood=Sub|Tense=Pres``, Konjunktiv II ``Mood=Sub|Tense=Past``. ``first_person`` says
    that *ich* is the subject: *ich habe* is no Konjunktiv.
    """
    forms, number = _forms(), "Plur" if form.endswith("n") else "Sing"
    if form in forms["subjunctive_1"]:
        plain = first_person and form not in {
            "sei",
            "seien",
            "könne",
            "müsse",
            "dürfe",
            "solle",
            "wolle",
            "möge",
            "wisse",
        }
        return Finite("Ind" if plain else "Sub", "Pres", number)
    if form in forms["subjunctive_2"] and form not in forms["indicative_too"]:
        return Finite("Sub", "Past", number)
    if form in forms["present"]:
        return Finite("Ind", "Pres", number)
    stem = _stem(lemma)
    if form.endswith("e") and not form.endswith("te") and (form == stem + "e" or lemma in (form + "n", form + "rn")):
        return Finite("Ind" if first_person else "Sub", "Pres", number)
    if form == stem + "e":
        return Finite("Ind" if first_person else "Sub", "Pres", number)
    return Finite("Ind", "Past" if _past(form, lemma, forms) else "Pres", number)


def is_reported(form: str, lemma: str) -> bool:
    """Say whether a finite form (lower case) is in Konjunktiv I, in which the word of another is told."""
    mood = finite(form, lemma)
    return (mood.mood, mood.tense) == ("Sub", "Pres")


def _stem(lemma: str) -> str:
    return lemma[:-2] if lemma.endswith("en") else lemma[:-1] if lemma.endswith("n") else lemma


def _past(form: str, lemma: str, forms: dict[str, frozenset[str]]) -> bool:
    if form.endswith(("te", "ten")):
        return form != lemma and not (form.endswith("ten") and lemma.endswith("ten") and form == lemma)
    if form in forms["past_in_t"]:
        return True
    if form.endswith("n"):
        return form != lemma
    return not form.endswith("t") and not form.endswith("st")
