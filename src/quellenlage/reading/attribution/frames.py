"""Frames behind, inside and before a content: *…, sagte sie*, *…, so der Minister*, *wie das Amt mitteilt, …*."""

from collections.abc import Iterator

from quellenlage.model import Medium, Stance, StatementType
from quellenlage.reading.attribution.act_verbs import can_speak
from quellenlage.reading.attribution.addressee import addressee_of
from quellenlage.reading.attribution.complements import content_ranges, has_object, needs_source
from quellenlage.reading.attribution.cues import Cue, noun_cue, other_voice, verb_cue
from quellenlage.reading.attribution.passage import Finding, Passage, Range, runs
from quellenlage.reading.attribution.source import source_of


def frames(passage: Passage) -> Iterator[Finding]:
    """Give the statements whose frame stands behind, in or before the content without governing it."""
    for n, clause in enumerate(passage.clauses):
        if not passage.read(n):
            continue
        if is_trailing(passage, n):
            yield from _trailing(passage, n)
        elif clause.kind == "verbless" and is_bare_source(passage, n):
            yield from _bare(passage, n)
        elif _is_wie(passage, n):
            yield from _wie(passage, n)
        elif is_behind_words(passage, n):
            yield from _words(passage, n)


def is_trailing(passage: Passage, n: int) -> bool:
    """Say whether a clause begins with its cue verb, as a frame behind its content does."""
    clause, doc = passage.clauses[n], passage.doc
    impersonal = clause.lemma in passage.words["thing_subject"]["lemmas"]
    if clause.kind != "main" or clause.finite is None or not (clause.subject or clause.passive or impersonal):
        return False
    if (
        clause.passive
        and clause.subject
        and clause.lemma not in passage.words["quoted_subject"]["lemmas"]
        and passage.doc[clause.subject[0]].lower_ not in passage.words["empty_subject"]["words"]
    ):
        return False
    first = clause.tokens[0]
    so = doc[first].lower_ in passage.words["trailing"]["openers"] and len(clause.tokens) > 1
    if clause.finite != (clause.tokens[1] if so else first) or clause.joined or _goes_on_telling(passage, n):
        return False
    before = _before(passage, n)
    return before is not None and verb_cue(passage, n) is not None


def is_behind_words(passage: Passage, n: int) -> bool:
    """Say whether a clause is a frame behind words without a verb of their own: *Drei Tote, meldet die Wache*."""
    clause, doc = passage.clauses[n], passage.doc
    if clause.kind != "main" or clause.quoted or not clause.finite or doc[clause.finite].tag_ not in {"VVFIN", "VMFIN"}:
        return False
    if doc[clause.finite - 1].text != "," or clause.passive or clause.modal not in {None, "wollen"}:
        return False
    begin, end = passage.sentence(clause.finite)
    ends = end - clause.end <= 1 or doc[clause.end].text == ":"
    behind = clause.subject is not None and clause.subject[0] > clause.finite and doc[clause.subject[0]].text != "Sie"
    if not (ends and behind and begin < clause.finite) or _goes_on_telling(passage, n):
        return False
    if any(passage.clauses[c].start > clause.finite for c in passage.children[n]):
        return False
    return verb_cue(passage, n) is not None


def _words(passage: Passage, n: int) -> Iterator[Finding]:
    clause, cue, finite = passage.clauses[n], verb_cue(passage, n), passage.clauses[n].finite
    if cue is None or finite is None:
        return
    begin = max([passage.sentence(finite)[0]] + [e for _, e in _colons(passage, clause.start, finite)])
    content = passage.trim(begin, finite - 1)
    inside = range(*content)
    if any(passage.doc[i].tag_ == "$," or passage.quoted_by[i] is not None for i in inside):
        return
    if any(passage.doc[i].tag_ in {"NN", "NE", "CARD"} for i in inside):
        source = source_of(passage, n)
        frame = runs([i for i in range(finite - 1, clause.end) if not passage.doc[i].is_space])
        yield Finding(
            [content], StatementType.INDIRECT, source, list(cue.tokens), frame, addressee_of(passage, n, source),
            cue.medium, _stance(passage, n, cue), n, rank=2,
        )  # fmt: skip


def _stance(passage: Passage, n: int, cue: Cue) -> Stance:
    """Give the stance of a cue, or of the noun that it says something of: *…, lautet die Warnung der Stadt*."""
    subject = passage.clauses[n].subject or (0, 0)
    nouns = (noun_cue(passage, i) for i in range(*subject))
    return next((noun.stance for noun in nouns if noun is not None), cue.stance)


def _goes_on_telling(passage: Passage, n: int) -> bool:
    """Say whether a clause without a subject of its own goes on with the one before: *…, sagte aber nichts*."""
    clause, doc = passage.clauses[n], passage.doc
    impersonal = clause.lemma in passage.words["thing_subject"]["lemmas"]
    inherited = clause.subject is not None and clause.subject[0] < clause.start and not impersonal
    turns = any(doc[i].lower_ in passage.words["trailing"]["contrasting"] for i in clause.tokens)
    return inherited or (turns and not can_speak(passage, n))


def is_bare_source(passage: Passage, n: int) -> bool:
    """Say whether a verbless clause is *so* and a source."""
    clause = passage.clauses[n]
    return passage.doc[clause.start].lower_ in passage.words["trailing"]["openers"] and len(clause.tokens) > 1


def _before(passage: Passage, n: int) -> int | None:
    """Give the token before a clause, marks left out, if it lies in the same sentence."""
    i = passage.clauses[n].start - 1
    begin = passage.sentence(passage.clauses[n].start)[0]
    while i >= begin and (passage.doc[i].is_space or passage.doc[i].tag_ in {"$,", "$("}):
        i -= 1
    return i if i >= begin else None


def _is_wie(passage: Passage, n: int) -> bool:
    clause = passage.clauses[n]
    if (
        clause.subordinator is None
        or passage.doc[clause.subordinator].lower_ not in passage.words["trailing"]["comparing"]
    ):
        return False
    if clause.finite is None or clause.modal is not None or clause.negated or _governor(passage, n) is None:
        return False
    return clause.start >= clause.subordinator - 1 and verb_cue(passage, n) is not None


def _governor(passage: Passage, n: int) -> int | None:
    """Give the clause that *wie …* stands in: also the one whose verb follows it behind a relative clause."""
    clause = passage.clauses[n]
    if clause.parent is not None:
        return clause.parent
    begin, end = passage.sentence(clause.start)
    after = (m for m in passage.clauses_in(clause.end, end) if passage.clauses[m].kind == "main")
    first = next(after, None) if begin == clause.start else None
    return first if first is not None and passage.clauses[first].finite == passage.clauses[first].tokens[0] else None


def _trailing(passage: Passage, n: int) -> Iterator[Finding]:
    cue = verb_cue(passage, n)
    if not _main_before(passage, n) or (has_object(passage, n) and not _reported_before(passage, n)):
        return
    if cue is None or any(
        passage.clauses[c].kind in {"complement", "infinitive"} and cue.name != "plan"
        for c in passage.children[n]
        if passage.clauses[c].start > passage.clauses[n].start and _is_content(passage, n, c)
    ):
        return
    clause = passage.clauses[n]
    tokens = list(cue.tokens)
    if passage.doc[clause.tokens[0]].lower_ in passage.words["trailing"]["openers"]:
        tokens.insert(0, clause.tokens[0])
    source = source_of(passage, n)
    if not source and clause.negated and needs_source(passage, n, cue):
        return
    yield from _around(passage, n, Cue(cue.name, tuple(tokens), cue.medium, cue.stance), source)


def _main_before(passage: Passage, n: int) -> bool:
    """Say whether a main clause, or a dass-clause, stands before the frame in its sentence."""
    begin = passage.sentence(passage.clauses[n].start)[0]
    tree = passage.tree(n)
    for m in passage.clauses_in(begin, passage.clauses[n].start):
        clause = passage.clauses[m]
        main = m not in tree and clause.kind == "main" and not _condition(passage, m)
        if main or (m in tree and clause.kind == "complement" and m != n):
            return True
    return False


def _reported_before(passage: Passage, n: int) -> bool:
    """Say whether what stands before the frame is in Konjunktiv I: *Der Gast müsse fort, begründete sie die Absage*."""
    begin = passage.sentence(passage.clauses[n].start)[0]
    before = [m for m in passage.clauses_in(begin, passage.clauses[n].start) if passage.clauses[m].kind == "main"]
    return bool(before) and passage.clauses[before[-1]].konjunktiv == 1


def _condition(passage: Passage, m: int) -> bool:
    """Say whether a clause that begins with its verb sets a condition: *Sollte es regnen, …*."""
    clause = passage.clauses[m]
    if clause.finite != clause.tokens[0] or clause.quoted or (clause.mood != "Sub" and clause.modal != "sollen"):
        return False
    return not any(passage.clauses[c].start < clause.start for c in passage.children[m])


def _is_content(passage: Passage, n: int, child: int) -> bool:
    """Say whether a dependant of a trailing frame is a content of its own cue verb."""
    return passage.clauses[child].kind == "complement" or passage.clauses[child].subordinator is None


def _bare(passage: Passage, n: int) -> Iterator[Finding]:
    clause = passage.clauses[n]
    begin = clause.tokens[1]
    group = passage.group_at(begin)
    if group is None:
        return
    source = passage.language.phrase(passage.doc, group.bare[0], group.end, passage.sentence(begin)[1])
    words = passage.words["trailing"]
    cue = Cue(str(words["name"]), (clause.start,), Medium(words["medium"]), Stance.ASSERTS)
    yield from _around(passage, n, cue, [source])


def _around(passage: Passage, n: int, cue: Cue, source: list[Range]) -> Iterator[Finding]:
    """Give the statement whose content is the sentence around the frame ``n``, unless it is all a quotation."""
    tree = passage.tree(n)
    begin, end = passage.sentence(passage.clauses[n].start)
    begin = max([begin] + [e for _, e in _colons(passage, begin, passage.clauses[n].start)])
    frame = _frame_tokens(passage, n, tree)
    after = [m for m in passage.clauses_in(max(frame), end) if m > n and m not in tree and _goes_on(passage, m)]
    last = max(frame)
    open_ = [
        passage.clauses[m].end
        for m in passage.clauses_in(begin, min(frame))
        if m not in tree and passage.clauses[m].end > last
    ]
    stop = max([*(passage.clauses[m].end for m in after), *open_], default=min(frame))
    content = passage.ranges(begin, max(stop, min(frame)), set(frame))
    content = [r for r in content if not _is_quotation(passage, r)]
    if content:
        yield Finding(
            content, StatementType.INDIRECT, source, list(cue.tokens), runs(frame), addressee_of(passage, n, source),
            cue.medium, cue.stance, n, rank=2,
        )  # fmt: skip


def _colons(passage: Passage, begin: int, end: int) -> list[Range]:
    return [(i, i + 1) for i in range(begin, end) if passage.doc[i].text in {":", ";"} and not _quoted(passage, i)]


def _quoted(passage: Passage, i: int) -> bool:
    return passage.quoted_by[i] is not None


def _frame_tokens(passage: Passage, n: int, tree: set[int]) -> list[int]:
    """Give the tokens of a frame with the comma before it, the full stop left out."""
    first = min(passage.clauses[m].start for m in tree if passage.clauses[m].start >= passage.clauses[n].start)
    last = max(passage.clauses[m].end for m in tree)
    if first and passage.doc[first - 1].tag_ == "$,":
        first -= 1
    return list(range(first, last))


def _goes_on(passage: Passage, m: int) -> bool:
    """Say whether a clause behind an inserted frame belongs to the content: by Konjunktiv, or as it completes it."""
    clause = passage.clauses[m]
    return clause.mood == "Sub" or clause.kind not in {"main", "verbless"}


def _is_quotation(passage: Passage, content: Range) -> bool:
    """Say whether a stretch is one quotation, or ends one that began in a sentence before."""
    q = passage.quoted_by[content[0]] or passage.quoted_by[min(content[0] + 1, content[1] - 1)]
    return q is not None and q.start <= content[0] + 1 and content[1] <= q.end + 1


def _wie(passage: Passage, n: int) -> Iterator[Finding]:
    """*Wie das Amt mitteilte, …*: the content is the clause around, with all that hangs on it."""
    clause, cue, top = passage.clauses[n], verb_cue(passage, n), _governor(passage, n)
    if cue is None or top is None:
        return
    for above in passage.ancestors(n):
        top = above
        if passage.clauses[above].kind == "main":
            break
    tree = passage.tree(n)
    frame = _frame_tokens(passage, n, tree)
    if frame[-1] + 1 < len(passage.doc) and passage.doc[frame[-1] + 1].tag_ == "$,":
        frame.append(frame[-1] + 1)
    others = {m for child in passage.children[top] if other_voice(passage, child) for m in passage.tree(child)}
    content = content_ranges(passage, passage.tree(top) - tree - (others - passage.tree(n)))
    content = [r for r in content if r[1] - r[0] > 1 and not _is_quotation(passage, r)]
    if content:
        tokens = (*([clause.subordinator] if clause.subordinator is not None else []), *cue.tokens)
        source = source_of(passage, n)
        yield Finding(
            content, StatementType.INDIRECT, source, sorted(set(tokens)), runs(frame), addressee_of(passage, n, source),
            cue.medium, cue.stance, n, rank=2,
        )  # fmt: skip
