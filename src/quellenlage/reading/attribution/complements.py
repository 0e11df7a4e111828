"""Contents that depend on a cue: dass, ob, zu, verb-second and other complements of verbs, adjectives and nouns."""

from collections.abc import Iterator

from quellenlage.language import is_furniture
from quellenlage.model import Medium, Stance, StatementType
from quellenlage.reading.attribution.act_verbs import speaks_of
from quellenlage.reading.attribution.addressee import addressee_of
from quellenlage.reading.attribution.cues import Cue, noun_cue, other_voice, verb_cue
from quellenlage.reading.attribution.passage import Finding, Passage, Range, runs
from quellenlage.reading.attribution.source import source_of

DEEPEST = 4
PHRASE = frozenset({"ART", "PPOSAT", "PIAT", "PDAT", "ADJA", "NE", "NN"})


def complements(passage: Passage) -> Iterator[Finding]:
    """Give the statements whose content is a clause that depends on a cue."""
    governed: dict[tuple[int, Cue], list[int]] = {}
    for n in range(len(passage.clauses)):
        if passage.read(n):
            found = _governor(passage, n)
            if found is not None:
                governed.setdefault(found, []).append(n)
    for (governor, cue), contents in governed.items():
        finding = _finding(passage, governor, cue, contents)
        if finding is not None and (finding.source or not needs_source(passage, governor, cue)):
            yield finding


def needs_source(passage: Passage, governor: int, cue: Cue) -> bool:
    """Say whether it is nobody's word where nobody is named: a plan, or what is not decided yet."""
    words = passage.words["complement"]
    undecided = passage.clauses[governor].negated and cue.name in words["negated_with_source"]
    return undecided or cue.name in words["only_with_source"]


def _governor(passage: Passage, n: int) -> tuple[int, Cue] | None:
    """Give the clause and the cue that a clause is a content of."""
    clause = passage.clauses[n]
    if not _can_be_content(passage, n):
        return None
    for depth, above in enumerate(passage.ancestors(n)[:DEEPEST]):
        governor = passage.clauses[above]
        if governor.kind == "infinitive" and governor.subordinator is not None:
            continue
        if governor.quoted or (clause.kind == "infinitive" and depth):
            return None
        cue = _cue_for(passage, above, n, depth)
        if cue is not None:
            return above, cue
        plain = clause.kind == "main" and governor.kind == "main" and clause.mood != "Sub"
        if plain or _is_reason(passage, n):
            return None
    return None


def _can_be_content(passage: Passage, n: int) -> bool:
    clause = passage.clauses[n]
    if clause.quoted or (clause.kind == "infinitive" and clause.subordinator is not None):
        return False
    if clause.kind == "main":
        return clause.parent is not None and _verb_second(passage, n)
    return clause.kind in {"complement", "infinitive"} or _is_reason(passage, n)


def _cue_for(passage: Passage, above: int, n: int, depth: int) -> Cue | None:
    """Give the cue of clause ``above`` that clause ``n`` can be a content of."""
    governor, cue = passage.clauses[above], verb_cue(passage, above)
    if _is_reason(passage, n):
        own_word = governor.mood == "Ind" and governor.subject and not governor.passive
        return (cue or Cue("reason", (), Medium.SW, Stance.ASSERTS)) if own_word else None
    if cue is None and _after_colon(passage, above, n):
        return Cue("colon", governor.verbs, Medium.SW, Stance.ASSERTS)
    noun = _noun_before(passage, n) if depth == 0 else None
    if noun is not None and _noun_wins(passage, above, n, cue):
        return noun
    return (
        cue if cue is not None and governor.start < passage.clauses[n].start and _fits(passage, above, n, cue) else None
    )


def _after_colon(passage: Passage, above: int, n: int) -> bool:
    """Say whether a colon makes a Konjunktiv I the word of who acts before it: *Kunz winkte ab: Er bleibe*."""
    clause, governor = passage.clauses[n], passage.clauses[above]
    if clause.konjunktiv != 1 or passage.doc[clause.start - 1].text != ":" or governor.subject is None:
        return False
    own = {*passage.words["postpositions"]["words"], *passage.words["preposition"][0]["words"]}
    if any(passage.doc[i].lower_ in own for i in clause.tokens):
        return False
    return governor.mood == "Ind" and not governor.passive and governor.kind == "main"


def _noun_wins(passage: Passage, above: int, n: int, cue: Cue | None) -> bool:
    """Say whether the noun right before a clause governs it, and not the verb: *Gerüchte, dass …, heißt es*."""
    clause = passage.clauses[n]
    if clause.kind == "main" and clause.mood != "Sub":
        return False
    thing = passage.clauses[above].lemma in passage.words["thing_subject"]["lemmas"]
    return cue is None or thing or (clause.kind == "infinitive" and cue.noun is None)


def _is_reason(passage: Passage, n: int) -> bool:
    """Say whether a clause in Konjunktiv gives somebody's reason: *…, weil das Geld fehle*."""
    clause = passage.clauses[n]
    if clause.subordinator is None or not (clause.konjunktiv == 1 or _plural_for_first(passage, n)):
        return False
    return passage.doc[clause.subordinator].lower_ in passage.words["complement"]["reasons"]


def _plural_for_first(passage: Passage, n: int) -> bool:
    """Say whether a plural in Konjunktiv II stands for Konjunktiv I: *…, weil sie keinen Antrag gestellt hätten*."""
    clause, doc = passage.clauses[n], passage.doc
    perfect = clause.finite is not None and doc[clause.finite].lower_ in passage.words["complement"]["plural_second"]
    return clause.konjunktiv == 2 and perfect and any(doc[i].tag_ in {"VVPP", "VAPP", "VVINF"} for i in clause.verbs)


def _fits(passage: Passage, above: int, n: int, cue: Cue) -> bool:
    """Say whether a cue takes a clause of this kind as its content."""
    clause, governor = passage.clauses[n], passage.clauses[above]
    if clause.kind == "main":
        return _fits_verb_second(passage, above, n, cue)
    words = passage.words["complement"]
    if clause.kind == "complement" and _conjunction(passage, n) not in words["always"]:
        return cue.name in words["wh_cues"]
    if cue.name in words["no_question"] and _conjunction(passage, n) in words["questions"]:
        return False
    if governor.mood == "Sub" and _same_speaker(passage, above):
        return False
    if clause.kind == "infinitive":
        return cue.name not in words["no_infinitive"] and not (cue.name == "thought" and has_object(passage, above))
    return True


def _conjunction(passage: Passage, n: int) -> str:
    """Give the word that opens a clause, or the one that it is joined to: *dass er kommt und sie bleibt*."""
    clause = passage.clauses[n]
    for first in range(n - 1, max(-1, n - DEEPEST), -1):
        if not clause.joined or clause.subordinator is not None or passage.clauses[first].end != clause.start:
            break
        clause = passage.clauses[first]
    same = clause.kind == "complement" and clause.parent == passage.clauses[n].parent
    clause = clause if same else passage.clauses[n]
    return passage.doc[clause.subordinator if clause.subordinator is not None else clause.start].lower_


def _fits_verb_second(passage: Passage, above: int, n: int, cue: Cue) -> bool:
    clause, governor = passage.clauses[n], passage.clauses[above]
    if governor.finite is not None and clause.start < governor.finite:
        return False
    if clause.mood == "Sub":
        return True
    if has_object(passage, above) or governor.passive:
        return False
    if passage.doc[clause.start - 1].text == ";" or (speaks_of(passage, above) and not _behind_colon(passage, n)):
        return False
    return _behind_colon(passage, n) or cue.name in passage.words["complement"]["plain_cues"]


def _behind_colon(passage: Passage, n: int) -> bool:
    return passage.doc[passage.clauses[n].start - 1].text == ":"


def has_object(passage: Passage, n: int) -> bool:
    """Say whether a clause has a noun as its direct object, so that nothing else can be its content."""
    clause = passage.clauses[n]
    for group in passage.groups_in(n):
        noun = passage.doc[group.head].tag_ in {"NN", "NE", "NNA", "FM"}
        if (
            noun
            and group.bare in clause.objects
            and (not group.case or "A" in group.case)
            and (("G" not in group.case and group.case) or not _attached(passage, group.start))
        ):
            return True
    return False


def _attached(passage: Passage, i: int) -> bool:
    """Say whether a group stands right behind a noun, a comma or an *und*: then it is no object of its own."""
    return i > 0 and passage.doc[i - 1].tag_ in {"NN", "NE", "NNA", "FM", "$,", "KON", "$(", "CARD"}


def _same_speaker(passage: Passage, n: int) -> bool:
    """Say whether a clause in Konjunktiv has a pronoun as its subject: its speaker is the one who is quoted already."""
    subject = passage.clauses[n].subject
    return subject is not None and passage.doc[subject[0]].tag_ in {"PPER", "PIS"}


def _verb_second(passage: Passage, n: int) -> bool:
    clause = passage.clauses[n]
    return (
        clause.finite is not None and clause.finite != clause.tokens[0] and not (clause.joined and clause.mood != "Sub")
    )


def _noun_before(passage: Passage, n: int) -> Cue | None:
    """Give the cue of a noun whose phrase ends where the clause begins: *die Ankündigung des Verbands, …*."""
    doc, i = passage.doc, passage.clauses[n].start - 1
    if i < 1 or doc[i].tag_ != "$,":
        return None
    for group in filter(None, (passage.group_at(j) for j in range(i - 1, max(-1, i - 25), -1))):
        cue = noun_cue(passage, group.head)
        if cue is None:
            continue
        _, end = passage.language.phrase(doc, group.start, group.end, i)
        if end >= i:
            return Cue(cue.name, tuple(range(group.bare[0], group.end)), cue.medium, cue.stance, group.head)
    return None


def _finding(passage: Passage, governor: int, cue: Cue, contents: list[int]) -> Finding | None:
    trees = set().union(*(_dependants(passage, n) for n in contents)) - {governor}
    trees |= _joined_mains(passage, contents, trees)
    content = content_ranges(passage, trees)
    if not content or any(is_furniture(passage.doc[a]) for a, _ in content):
        return None
    nominal = (
        cue.noun is not None and cue.noun in cue.tokens and not set(cue.tokens) & set(passage.clauses[governor].verbs)
    )
    source = _noun_source(passage, cue) if nominal or _is_subject(passage, governor, cue) else None
    source = source or ([] if nominal else source_of(passage, governor))
    if cue.noun is not None and source and source[0][0] <= cue.noun < source[0][1]:
        first = next(i for i in range(source[0][0], cue.noun + 1) if i in cue.tokens)
        source = [(source[0][0], first)] if first > source[0][0] else []
    return Finding(
        content, StatementType.INDIRECT, source, list(cue.tokens), frame_ranges(passage, governor, content),
        addressee_of(passage, governor, source), cue.medium, cue.stance, governor, rank=3 - nominal,
    )  # fmt: skip


def _dependants(passage: Passage, n: int) -> set[int]:
    """Give a content and what depends on it, but no main clause that tells on: *… zu öffnen; er lehnte ab*."""
    tree = passage.tree(n)
    clause, words = passage.clauses[n], passage.words["complement"]
    if clause.kind == "main":
        others = (m for m in passage.children[n] if passage.clauses[m].start >= clause.end and other_voice(passage, m))
        return tree.difference(*(passage.tree(m) for m in others)) | {n}
    if clause.kind == "complement" and _conjunction(passage, n) not in words["always"]:
        return tree
    behind = (m for m in tree if passage.clauses[m].start >= clause.end and not passage.clauses[m].quoted)
    fronted = clause.parent is not None and passage.clauses[clause.parent].kind != "main"
    telling = [m for m in behind if m != n and _tells_on(passage, m, fronted)]
    return tree.difference(*(passage.tree(m) for m in telling)) | {n}


def _tells_on(passage: Passage, m: int, fronted: bool) -> bool:
    """Say whether a clause behind a content is the report's own: a main clause, or an answer (*was er abstreitet*).

    With its verb first it is one only behind a clause that is ``fronted``; else it is a condition (*sollte es regnen*).
    """
    clause, doc = passage.clauses[m], passage.doc
    if clause.kind == "main":
        return fronted if clause.finite == clause.tokens[0] else clause.mood == "Ind"
    answering = clause.mood == "Ind" and doc[clause.tokens[0]].lower_ in passage.words["answered"]["words"]
    return answering and clause.lemma in passage.words["answered"]["lemmas"]


def _joined_mains(passage: Passage, contents: list[int], trees: set[int]) -> set[int]:
    """Give the clauses in Konjunktiv that *und* joins to a verb-second content: *… sagte, sie komme und er sei da*."""
    joined: set[int] = set()
    last = max(trees, default=-1)
    if last < 0 or passage.clauses[contents[-1]].kind != "main" or passage.clauses[contents[-1]].mood != "Sub":
        return joined
    while last + 1 < len(passage.clauses) and _goes_on(passage, last):
        tree = passage.tree(last + 1)
        joined |= tree
        last = max(tree)
    return joined


def _goes_on(passage: Passage, n: int) -> bool:
    """Say whether the next clause is joined right behind clause ``n``, and is in Konjunktiv."""
    clause = passage.clauses[n + 1]
    end = passage.clauses[n].end
    touching = clause.start == end or (clause.start == end + 1 and passage.doc[end].tag_ == "$,")
    return touching and clause.joined and clause.kind == "main" and clause.mood == "Sub" and not clause.quoted


def _is_subject(passage: Passage, governor: int, cue: Cue) -> bool:
    """Say whether the noun of a cue is the subject, so that who says it hangs on it: *es besteht der Vorwurf der …*."""
    subject = passage.clauses[governor].subject
    return cue.noun is not None and subject is not None and subject[0] <= cue.noun < subject[1]


def _noun_source(passage: Passage, cue: Cue) -> list[Range]:
    """Give the genitive or the *von*-phrase behind a noun cue, or the possessive before it."""
    doc, noun = passage.doc, cue.noun if cue.noun is not None else cue.tokens[-1]
    end, first = noun + 1, next(i for i in cue.tokens if i > noun - 3 and (i == noun or doc[i].tag_ in PHRASE))
    _, stop = passage.language.phrase(doc, first, end, passage.sentence(first)[1])
    if doc[first].tag_ == "PPOSAT" or (doc[first].tag_ == "NE" and stop == end):
        return [(first, first + 1)]
    group = passage.group_at(end)
    if group is None or stop <= end:
        return []
    return [(group.bare[0], max(stop, group.end))]


def content_ranges(passage: Passage, trees: set[int]) -> list[Range]:
    """Give the stretch from the first to the last token of some clauses, without what belongs to others."""
    start = min(passage.clauses[n].start for n in trees)
    end = max(passage.clauses[n].end for n in trees)
    end = _with_closing_mark(passage, start, end)
    start = _with_opening_mark(passage, start, end)
    foreign = {i for i in range(start, end) if passage.owner[i] >= 0 and passage.owner[i] not in trees}
    return passage.ranges(start, end, foreign | _separators(passage, foreign))


def _separators(passage: Passage, foreign: set[int]) -> set[int]:
    """Give the commas that stand between tokens left out."""
    return {
        i
        for first, last in runs(list(foreign))
        for i in (first - 1, last)
        if 0 <= i < len(passage.doc) and passage.doc[i].tag_ == "$,"
    }


def _with_closing_mark(passage: Passage, start: int, end: int) -> int:
    q = passage.quoted_by[end - 1] if end > start else None
    return q.end if q is not None and start <= q.start and q.end - 2 <= end < q.end else end


def _with_opening_mark(passage: Passage, start: int, end: int) -> int:
    q = passage.quoted_by[start - 1] if start else None
    return q.start if q is not None and q.start == start - 1 and q.end < end else start


def frame_ranges(passage: Passage, governor: int, content: list[Range]) -> list[Range]:
    """Give the rest of the sentence around a content: from where the governing clause begins, commas included."""
    doc = passage.doc
    first, last = content[0][0], content[-1][1]
    begin, end = passage.sentence(first)
    top = governor
    while passage.clauses[top].kind != "main" and passage.clauses[top].parent is not None:
        top = passage.clauses[top].parent or 0
    begin = max(
        begin, min(passage.clauses[n].start for n in passage.tree(top) if n == top or passage.clauses[n].start < first)
    )
    own = [i for i in passage.clauses[governor].tokens if i >= last] + [
        i for i in passage.clauses[top].tokens if i >= last
    ]
    inside = {i for a, b in content for i in range(a, b)}
    stop = max(own) + 1 if own else last
    if own and stop + 1 == end and doc[stop].tag_ == "$.":
        stop = end
    held = [i for i in range(min(begin, first), max(first, stop)) if i not in inside and not doc[i].is_space]
    return runs(held)
