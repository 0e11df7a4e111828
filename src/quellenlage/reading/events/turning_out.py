"""Clauses that tell how something ends, and not that it fails: *Die Probe ist negativ ausgefallen*."""

from quellenlage.reading.events.context import Context

MANNER = frozenset({"ADJD", "ADV", "PTKVZ"})


def turns_out(context: Context, clause: int) -> bool:
    """Say whether a clause has such a verb, and a word for how: *fällt mild aus*, *kleiner als geplant*."""
    c, lists = context.clauses[clause], context.words["turning_out"]
    if c.lemma not in lists["verbs"]:
        return False
    words = [context.doc[i] for i in c.tokens if context.doc[i].tag_ in MANNER]
    compared = any("Cmp" in word.morph.get("Degree", []) for word in words if word.tag_ == "ADJD")
    return compared or any(word.lower_.startswith(tuple(lists["stems"])) for word in words)
