"""Sources under a preposition: *laut*, *nach Angaben*, *zufolge*, and words that stand for one: *demnach*, *wonach*."""

from collections.abc import Iterator
from typing import Any

from quellenlage.language import is_furniture
from quellenlage.model import Medium, StatementType
from quellenlage.reading.attribution.complements import content_ranges
from quellenlage.reading.attribution.cues import other_voice
from quellenlage.reading.attribution.passage import Finding, Passage, Range, runs

# What stands between a source and the verb and is no part of it.
NOT_OF_SOURCE = frozenset({"$,", "$(", "$.", "ADV", "ADJD", "PROAV", "KON", "PPER", "PTKNEG"})


def prepositions(passage: Passage) -> Iterator[Finding]:
    """Give the statements whose source stands under a preposition."""
    for group in passage.groups:
        if is_furniture(passage.doc[group.start]):
            continue
        found = _before(passage, group) or _behind(passage, group)
        if found:
            cue, source, medium = found
            yield from _finding(passage, cue, source, medium)
    yield from _anaphoric(passage)


def _before(passage: Passage, group: Any) -> tuple[int, Range, Medium] | None:
    """*laut der Behörde*, *nach Angaben der Behörde*."""
    if group.preposition is None:
        return None
    word = passage.doc[group.preposition].lower_
    for rule in passage.words["preposition"]:
        if word in rule["words"] and _speaks(passage, group, rule):
            source = passage.language.phrase(passage.doc, group.bare[0], group.end, passage.sentence(group.start)[1])
            source = (source[0], _end_of_vorfeld(passage, group, source[1]))
            return group.preposition, source, _medium(passage, group, source, rule)
    return None


def _end_of_vorfeld(passage: Passage, group: Any, end: int) -> int:
    """Give where a source that opens its main clause ends: before the verb, as only one phrase can stand there."""
    n = passage.owner[group.start]
    clause, doc = passage.clauses[n], passage.doc
    if n < 0 or clause.kind != "main" or clause.finite is None or clause.tokens[0] != group.start:
        return end
    rest = range(end, clause.finite)
    whole = all(passage.owner[i] == n and doc[i].tag_ not in NOT_OF_SOURCE for i in rest)
    return clause.finite if whole else end


def _behind(passage: Passage, group: Any) -> tuple[int, Range, Medium] | None:
    """*der Behörde zufolge*, *ihrer Meinung nach*."""
    if group.preposition is not None:
        return None
    source = passage.language.phrase(passage.doc, group.start, group.end, passage.sentence(group.start)[1])
    end = next(
        (
            e
            for e in (source[1], group.end)
            if e < len(passage.doc) and passage.doc[e].lower_ in passage.words["postpositions"]["words"]
        ),
        None,
    )
    if end is None or (_genitive_inside(passage, group) and (end > group.end or _opens_clause(passage, group))):
        return None
    # *einem Sprecher der Stadt zufolge*, but not *der Unfall · der Polizei zufolge*
    oblique = ("D" in group.case and "N" not in group.case) or passage.doc[group.end].text == "("
    named = any(_speaks(passage, group, rule) for rule in passage.words["preposition"] if rule["heads"])
    if end > group.end and not (oblique or named):
        return None
    for rule in passage.words["preposition"]:
        if passage.doc[end].lower_ in rule["words"] and (
            passage.doc[end].lower_ in rule.get("behind", []) or _speaks(passage, group, rule)
        ):
            if (
                passage.doc[end].lower_ not in rule.get("behind", [])
                and end + 1 < len(passage.doc)
                and passage.doc[end + 1].tag_ in {"ART", "NN", "NE", "CARD", "ADJA"}
            ):
                return None
            return end, (_start_of_dative(passage, group), end), _medium(passage, group, source, rule)
    return None


def _start_of_dative(passage: Passage, group: Any) -> int:
    """Give where a source begins whose genitive a group is: *einem Sprecher der Polizei zufolge*."""
    before = passage.group_before(group.start)
    if before is None or before.end != group.start or before.preposition is not None or "G" not in group.case:
        return int(group.start)
    return int(before.start if before.case == "D" else group.start)


def _genitive_inside(passage: Passage, group: Any) -> bool:
    """Say whether the group hangs on the one before it."""
    return group.start > 0 and "G" in group.case and passage.doc[group.start - 1].tag_ in {"NN", "NE"}


def _opens_clause(passage: Passage, group: Any) -> bool:
    """Say whether the group before this one opens the clause, so that both are one phrase."""
    before = passage.group_before(group.start)
    n = passage.owner[group.start]
    return before is not None and n >= 0 and passage.clauses[n].tokens[0] == before.start


def _speaks(passage: Passage, group: Any, rule: dict[str, Any]) -> bool:
    """Say whether the head of a group is one that a preposition needs (none needed: any), and not the writer's own."""
    heads, endings = rule["heads"], tuple(rule.get("endings", []))
    if heads and passage.doc[group.head].tag_ == "PRELS":
        before = passage.group_before(group.start - 1)
        near = before is not None and before.end == group.start - 1
        plural = [*heads, *(word.removesuffix("n") for word in heads)]
        return near and before is not None and _head_speaks(passage, before.head, plural, endings)
    first = passage.doc[group.bare[0]]
    own = tuple(passage.words["own_voice"]["possessives"])
    if first.tag_ == "PPOSAT" and first.lower_.startswith(own):
        return False
    if not heads:
        return not _is_rule(passage, group)
    if rule["name"] == "aus Sicht" and passage.doc[group.head - 1].tag_ == "ADJA" and group.end == group.head + 1:
        return False
    bare = group.end == group.bare[0] + 1 and first.lower_ in passage.words["bare_idiom"]["words"]
    return not bare and _head_speaks(passage, group.head, heads, endings)


def _is_rule(passage: Passage, group: Any) -> bool:
    """Say whether something is done by a rule, and nobody says it: *gemäß den Bestimmungen*, *gemäß § 8*."""
    doc, words = passage.doc, passage.words["by_rule"]
    ruled = group.preposition is not None and doc[group.preposition].lower_ in words["prepositions"]
    return ruled and (
        doc[group.head].lower_.endswith(tuple(words["endings"])) or doc[group.head].text in words["signs"]
    )


def _head_speaks(passage: Passage, head: int, heads: list[str], endings: tuple[str, ...]) -> bool:
    word = passage.doc[head].lower_
    return word.rsplit("-", 1)[-1] in heads or word.endswith(endings)


def _medium(passage: Passage, group: Any, source: Range, rule: dict[str, Any]) -> Medium:
    heads = passage.words["medium_of_head"]
    word = passage.doc[group.head].lower_
    for medium, words in heads.items():
        if any(word.endswith(w) for w in words):
            return Medium(medium)
    written = tuple(passage.words["written_sources"]["endings"])
    if any(passage.doc[i].lower_.endswith(written) for i in range(*source)):
        return Medium.WRITING
    return Medium(rule["medium"])


def _finding(passage: Passage, cue: int, source: Range, medium: Medium) -> Iterator[Finding]:
    first, last = min(cue, source[0]), max(cue + 1, source[1])
    n = passage.owner[cue]
    if n < 0 or not passage.read(n):
        return
    frame, sides = _frame(passage, n, first, last)
    content = _content(passage, n, set(frame) | sides)
    if content:
        yield Finding(content, StatementType.INDIRECT, [source], [cue], runs(frame), [], medium, clause=n, rank=2)


def _frame(passage: Passage, n: int, first: int, last: int) -> tuple[list[int], set[int]]:
    """Give the tokens of the phrase with what hangs on it between commas, and the clauses' tokens to leave out."""
    hanging: set[int] = set()
    for child in passage.children[n]:
        clause = passage.clauses[child]
        if clause.kind == "relative" and last <= clause.start <= last + 1:
            for m in passage.tree(child):
                hanging |= set(passage.clauses[m].tokens)
    if hanging and max(hanging) + 1 < len(passage.doc):
        last = max(hanging) + 1
        if passage.doc[last].tag_ == "$,":
            last += 1
    if (
        first
        and passage.doc[first - 1].text == ","
        and last < len(passage.doc)
        and passage.doc[last].tag_ in {"$,", "$."}
    ):
        first -= 1
    return list(range(first, last)), hanging


def _content(passage: Passage, n: int, without: set[int]) -> list[Range]:
    """Give the clause around the phrase with its dependants; in a main clause, with those coordinated with it."""
    clause = passage.clauses[n]
    others = [c for c in passage.children[n] if other_voice(passage, c) or _has_source(passage, c)]
    own = {m for c in others for m in passage.tree(c)}
    tree = passage.tree(n) - own
    if clause.kind == "main":
        end = passage.sentence(clause.start)[1]
        for m in range(n + 1, len(passage.clauses)):
            later = passage.clauses[m]
            if later.start >= end:
                break
            if (
                later.parent is None
                and later.kind == "main"
                and not later.quoted
                and (later.joined or later.mood == "Sub")
            ):
                tree |= passage.tree(m)
    ranges = content_ranges(passage, tree)
    out: list[Range] = []
    for start, end in ranges:
        out += passage.ranges(start, end, without)
    return out


def _has_source(passage: Passage, n: int) -> bool:
    """Say whether a main clause has a source of its own: *Laut Rat fehlt Geld, laut Wirt fehlt nichts*."""
    main = passage.clauses[n].kind == "main"
    return main and any(_before(passage, group) is not None for group in passage.groups_in(n))


def _anaphoric(passage: Passage) -> Iterator[Finding]:
    words = passage.words["anaphoric"]
    for n, clause in enumerate(passage.clauses):
        if not passage.read(n):
            continue
        for i in clause.tokens:
            word = passage.doc[i].lower_
            moody = clause.mood == "Sub" or clause.modal in passage.words["hearsay"]["modals"]
            moody = moody or _of_document(passage, n, i)
            if word in words["always"] or (word in words["with_mood"] and moody and not _after_time(passage, i)):
                yield from _stands_for(passage, n, i)
                break


def _of_document(passage: Passage, n: int, i: int) -> bool:
    """Say whether *danach* points to what is read: *Die Umfrage liegt vor. Danach fehlt vielen das Geld.*"""
    clause, number = passage.clauses[n], passage.sentence_number(i) - 1
    if clause.kind != "main" or clause.tense != "Pres" or i != clause.tokens[0] or number < 0:
        return False
    endings = tuple(passage.words["anaphoric"]["documents"])
    return any(passage.doc[k].lower_.endswith(endings) for k in range(*passage.sentences[number]))


def _whole(passage: Passage, group: Any) -> Range:
    """Give the whole noun phrase that a group ends: *die Meldung der Agentur, wonach …*."""
    first = group
    for _ in range(3):
        before = passage.group_before(first.start)
        if before is None or before.end != first.start:
            break
        if passage.language.phrase(passage.doc, before.start, before.end, group.end)[1] != group.end:
            break
        first = before
    return first.bare[0], group.end


def _after_time(passage: Passage, i: int) -> bool:
    """Say whether *danach* is behind a noun, as in *am Tag danach*: then it is of time."""
    return i > 0 and passage.doc[i - 1].tag_ in {"NN", "NNA", "ADV", "CARD"}


def _stands_for(passage: Passage, n: int, i: int) -> Iterator[Finding]:
    clause = passage.clauses[n]
    relative = clause.kind != "main"
    source = [(i, i + 1)]
    if relative:
        group = passage.group_before(i)
        source = [_whole(passage, group)] if group is not None and i - group.end <= 2 else source
    content = _content(passage, n, {i})
    if content:
        frame = [(source[0][0], i + 1)] if relative else [(i, i + 1)]
        yield Finding(content, StatementType.INDIRECT, source, [i], frame, clause=n, rank=2)
