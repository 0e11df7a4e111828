"""Whole noun phrases: a noun group with its genitives, attributes, coordinations, brackets and appositions."""

from bisect import bisect_left

from spacy.tokens import Doc

from quellenlage.language import table
from quellenlage.language.de.noun_groups import NounGroup, is_time, noun_groups
from quellenlage.language.de.offices import head

ATTRIBUTIVE = frozenset({"von", "vom", "aus"})
PLACES = frozenset({"in", "im", "für"})
NAMES = frozenset({"NE", "FM"})
NO_ATTRIBUTE = frozenset({"PPER", "PRF", "PIS"})
CLOSING = frozenset({"$,", "$(", "$."})
LONGEST = 40


def phrase(doc: Doc, begin: int, end: int, limit: int, coordinated: bool = True) -> tuple[int, int]:
    """Widen the noun group ``begin:end`` to the right, never beyond token ``limit``."""
    if end == begin + 1 and doc[begin].tag_ == "PRELS":
        return begin, end
    limit = min(limit, begin + LONGEST, len(doc))
    while end < limit:
        wider = _attribute(doc, end, limit) or _bracket(doc, end, limit) or _quoted_name(doc, end, limit)
        if not wider and coordinated:
            wider = _coordination(doc, end, limit)
        wider = wider or _apposition(doc, begin, end, limit)
        if not wider or wider > limit:
            break
        end = wider
    return begin, end


def group_at(doc: Doc, i: int) -> NounGroup | None:
    """Give the noun group that begins at token ``i``, with its preposition counted in."""
    groups = noun_groups(doc)
    starts = doc.user_data.get("noun_group_starts")
    if starts is None:
        starts = [g.start for g in groups]
        doc.user_data["noun_group_starts"] = starts
    n = bisect_left(starts, i)
    return groups[n] if n < len(groups) and groups[n].start == i else None


def _attribute(doc: Doc, i: int, limit: int) -> int:
    """Give the end of a genitive or prepositional attribute that begins at ``i``, or 0."""
    group = group_at(doc, i)
    if group is None or group.end > limit or doc[group.head].tag_ in NO_ATTRIBUTE or doc[i - 1].tag_ == "PPER":
        return 0
    if group.preposition is None:
        return 0 if is_time(doc, group) or not _genitive(doc, i, group) else group.end
    word = doc[group.preposition].lower_
    if is_time(doc, group):
        return group.end if word == "vom" else 0
    origin = word in ATTRIBUTIVE and not (word == "aus" and doc[i - 1].tag_ in NAMES and doc[group.head].tag_ != "NE")
    if origin or (word in PLACES and _apposition(doc, i, group.end, limit)):
        return group.end
    return group.end if _purpose(doc, i, group) or _seat(doc, i, group) else 0


def _genitive(doc: Doc, i: int, group: NounGroup) -> bool:
    """Say whether a group without a preposition is a genitive or a name that belongs to the noun before it."""
    genitive = (
        "G" in group.case
        and not _told_to(doc, i, group)
        and doc[i].tag_ in {"ART", "PPOSAT", "PDAT", "PIAT", "ADJA", "NE"}
        and not (group.case == "GD" and doc[i - 1].tag_ in {"NE", "FM", "PPER", "PRELS"})
        and not (doc[group.head].dep_ in {"nsubj", "nsubj:pass"} and _behind_genitive(doc, i))
    )
    return genitive or (doc[i].tag_ in NAMES and doc[i - 1].tag_ in {"NN", "NNA", "NE"})


def _told_to(doc: Doc, i: int, group: NounGroup) -> bool:
    """Say whether a group behind somebody is a paper or an agency that he speaks to: *sagte der Wirt · der Agentur*."""
    words = table("de", "clauses")
    if group.case != "GD" or not doc[group.head].lower_.endswith(tuple(words["told_to"])):
        return False
    before, noun = doc[i - 1], head(doc[i - 1].text)
    return (before.tag_ in NAMES or noun is not None) and not before.lower_.endswith(tuple(words["of_media"]))


def _behind_genitive(doc: Doc, i: int) -> bool:
    """Say whether what ends before ``i`` is a name or a genitive, so that a subject can follow."""
    before = next((g for j in range(i - 1, max(-1, i - 6), -1) if (g := group_at(doc, j)) and g.end == i), None)
    return before is not None and (doc[i - 1].tag_ in {"NE", "FM"} or "G" in before.case)


def _purpose(doc: Doc, i: int, group: NounGroup) -> bool:
    """Say whether *für …* hangs on the noun before it: *die Behörde für Luftfahrt*."""
    bare = group.end - group.start == 2 and doc[group.head].tag_ in {"NN", "NNA"}
    return doc[i].lower_ == "für" and bare and doc[i - 1].tag_ in {"NN", "NNA"}


def _seat(doc: Doc, i: int, group: NounGroup) -> bool:
    """Say whether *in* and a place hang on the noun before them: *die Regierung in Bonn*."""
    named = group.end - group.start == 2 and doc[group.head].tag_ == "NE"
    return doc[i].lower_ == "in" and named and doc[i - 1].tag_ in {"NN", "NNA"}


def _bracket(doc: Doc, i: int, limit: int) -> int:
    if doc[i].text != "(":
        return 0
    stop = next((j for j in range(i + 1, min(i + 8, limit)) if doc[j].text == ")"), 0)
    return stop + 1 if stop and not any(t.tag_.endswith("FIN") for t in doc[i:stop]) else 0


def _quoted_name(doc: Doc, i: int, limit: int) -> int:
    """Give the end of a quoted name behind its noun: *des Magazins „Haus und Hof“*, or 0."""
    if doc[i].text not in {"„", "»", '"'} or doc[i - 1].tag_ not in {"NN", "NE", "NNA"}:
        return 0
    for end in range(i + 2, min(i + 10, limit)):
        if doc[end].text in {"“", "”", "«", '"'}:
            return end + 1
        if doc[end].tag_.endswith("FIN"):
            return 0
    return 0


def _coordination(doc: Doc, i: int, limit: int) -> int:
    if doc[i].tag_ != "KON" or doc[i].lower_ in {"aber", "doch", "sondern", "denn"}:
        return 0
    group = group_at(doc, i + 1) if i + 1 < limit else None
    plain = group is not None and group.preposition is None and doc[group.head].tag_ not in {"PPER", "PRF"}
    return group.end if group is not None and plain else 0


def _apposition(doc: Doc, begin: int, i: int, limit: int) -> int:
    """Give the end of *, Sprecherin des Amts(,)* behind a noun, or 0."""
    if i + 1 >= limit or doc[i].tag_ != "$," or doc[begin].tag_ in {"PPER", "PRELS"}:
        return 0
    group = group_at(doc, i + 1)
    if (
        group is None
        or group.preposition is not None
        or is_time(doc, group)
        or doc[group.head].tag_ not in {"NN", "NE", "NNA", "FM"}
    ):
        return 0
    end = group.end
    while end < limit:
        wider = _attribute(doc, end, limit) or _bracket(doc, end, limit) or _place(doc, end, limit)
        if not wider:
            break
        end = wider
    if end >= limit or doc[end].tag_ in {"$,", "$.", "$("}:
        return end
    return 0


def _place(doc: Doc, i: int, limit: int) -> int:
    """Give the end of *in Bonn*, *beim Zoll* inside an apposition, or 0."""
    group = group_at(doc, i)
    return (
        group.end
        if group is not None and group.preposition is not None and group.end <= limit and not is_time(doc, group)
        else 0
    )
