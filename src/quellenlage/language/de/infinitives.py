"""Infinitives of past participles, which a dictionary of forms often lists as adjectives: *geborgen*, *weggeflogen*."""

from functools import lru_cache

import simplemma

from quellenlage.language import table

AUGMENT = "ge"
SHORTEST = 3
LONGEST = 40


@lru_cache(maxsize=50_000)
def of_participle(form: str) -> str | None:
    """Give the infinitive of a past participle in lower case by its parts; ``None`` where they do not say.

    Strong verbs are a closed class; particles stand before the whole form, inseparable prefixes in place of *ge-*.
    """
    if not SHORTEST < len(form) <= LONGEST:
        return None
    words = table("de", "participles")
    strong: dict[str, str] = words["strong"]
    if form in strong:
        return strong[form]
    for prefix in words["inseparable"]:
        rest = form.removeprefix(prefix)
        if rest != form and AUGMENT + rest in strong:
            return f"{prefix}{strong[AUGMENT + rest]}"
    for particle in words["separable"]:
        rest = form.removeprefix(particle)
        if rest != form and _is_whole(rest, words) and (base := of_participle(rest)):
            return f"{particle}{base}"
    return _weak(form, words["inseparable"])


def _is_whole(rest: str, words: dict[str, list[str]]) -> bool:
    """Say whether what stands behind a particle is a participle by its make: *gefahren, transportiert, vertraut*."""
    return rest.startswith((AUGMENT, *words["inseparable"])) or rest.endswith("iert")


def _weak(form: str, inseparable: list[str]) -> str | None:
    """Give the infinitive of *gespült, verunglückt, evakuiert*, where the dictionary knows it."""
    if form.startswith(AUGMENT) and _is_infinitive(form.removeprefix(AUGMENT)):
        return form.removeprefix(AUGMENT)
    if not form.endswith("t"):
        return None
    stem = form.removesuffix("t").removesuffix("e") if form.endswith("et") else form.removesuffix("t")
    if form.startswith(AUGMENT) and stem + "en" not in table("de", "participles")["augmented"]:
        stem = stem.removeprefix(AUGMENT)
    elif not (form.endswith("iert") or form.startswith((AUGMENT, *inseparable))):
        return None
    made = stem + ("n" if stem.endswith(("el", "er")) and not form.endswith("iert") else "en")
    return made if form.endswith("iert") or _is_infinitive(made) else None


def _is_infinitive(word: str) -> bool:
    known: bool = word.endswith("n") and simplemma.is_known(word, lang="de")
    return known and simplemma.lemmatize(word, lang="de") == word
