"""Direct quotations: with a frame behind, before or around them, nested in another statement, or standing alone."""

from collections.abc import Iterator

from quellenlage.language import is_furniture
from quellenlage.model import Medium, Stance, StatementType
from quellenlage.reading.attribution.addressee import addressee_of
from quellenlage.reading.attribution.cues import is_named, verb_cue
from quellenlage.reading.attribution.frames import is_bare_source, is_trailing
from quellenlage.reading.attribution.passage import Finding, Passage, Range, runs
from quellenlage.reading.attribution.source import source_of

ENOUGH_WORDS = 6
NESTED_WORDS = 2
PARAGRAPH = 2
LONGEST_NAME = 8
NOMINAL = frozenset({"NE", "NN", "FM", "XY", "NNA"})
BRACKETS = frozenset("()[]")
CLOSING = frozenset("),]")
IN_NAMES = frozenset({"CARD", "ART", "APPR", "TRUNC", "$("})


def quoted(passage: Passage, found: list[Finding]) -> Iterator[Finding]:
    """Give the direct quotations; ``found`` are the statements that they may be nested in."""
    by_sentence: dict[int, list[Finding]] = {}
    for finding in found:
        for a, b in finding.content:
            for s in range(passage.sentence_number(a), passage.sentence_number(max(a, b - 1)) + 1):
                by_sentence.setdefault(s, []).append(finding)
    last: Finding | None = None
    for q in passage.language.quotations(passage.doc):
        if is_furniture(passage.doc[q.start]) or q.inner or passage.sentence_number(q.start) < 0:
            continue
        if last is not None and _splits(passage, last, q.start):
            last.content.append((q.start, q.end))
            continue
        number = passage.sentence_number(q.start)
        one = _read(passage, q.start, q.end, by_sentence.get(number, []))
        told = last is not None and passage.sentence_number(last.end - 1) == number - 1
        if one is None and (told or number - 1 in by_sentence) and _goes_on(passage, q.start, q.end):
            one = _alone(q.start, q.end)
        if one is not None:
            yield one
            last = one


def _read(passage: Passage, start: int, end: int, around: list[Finding]) -> Finding | None:
    words = [i for i in range(start, end) if passage.doc[i].is_alpha]
    finite = any(passage.doc[i].tag_.endswith("FIN") for i in words)
    spoken = _spoken(passage, start, end)
    framed = spoken or _behind(passage, start, end) or _before(passage, start, end)
    if framed is not None and (spoken or finite or len(words) >= NESTED_WORDS) and not _named(passage, start):
        return framed
    holding = [f for f in around if f.covers(start + 1, end - 1)]
    name = is_name(passage, start, end)
    if holding and not name and (len(words) >= NESTED_WORDS or _described(passage, words)):
        return _nested(min(holding, key=lambda f: f.end - f.start), start, end)
    if not holding and (not name or _calls(passage, start)):
        inline = _inline(passage, start, end)
        if inline is not None:
            return inline
    if not holding and not name and (judged := _judged(passage, start, end)) is not None:
        return judged
    if finite and len(words) >= ENOUGH_WORDS and not holding and not _named(passage, start):
        return _alone(start, end)
    return None


def is_name(passage: Passage, start: int, end: int) -> bool:
    """Say whether a quotation is a title or a name: no verb, few words, and none that a name has not."""
    words = [passage.doc[i] for i in range(start + 1, end - 1)]
    if _named(passage, start):
        return True
    if not words or any(t.tag_.endswith("FIN") for t in words):
        return False
    if _in_brackets(passage, start, end):
        return True
    if words[0].text[:1].isupper() and words[-1].tag_ in NOMINAL and _definite(passage, start):
        return len(words) <= LONGEST_NAME
    if start and passage.doc[start - 1].tag_ in {"NN", "NE"} and words[0].text[:1].isupper():
        return len(words) <= LONGEST_NAME
    nominal = any(t.tag_ in NOMINAL for t in words) and all(t.tag_ in NOMINAL | IN_NAMES for t in words)
    opened = words[0].text[:1].isupper() or words[0].tag_ != "APPR"
    return len(words) <= 5 and nominal and opened and words[-1].text[:1].isupper()


def _named(passage: Passage, start: int) -> bool:
    """Say whether a quotation is a name by what stands before it: *unter dem Motto „…“*, *der Platz heißt „…“*."""
    doc, names = passage.doc, tuple(passage.words["thing_subject"]["names"])
    if start > 0 and doc[start - 1].tag_ == "NN" and doc[start - 1].lower_.endswith(names):
        return True
    n = passage.owner[start - 1] if start else -1
    return n >= 0 and not passage.clauses[n].quoted and is_named(passage, n)


def _in_brackets(passage: Passage, start: int, end: int) -> bool:
    """Say whether a quotation fills brackets, so that it tells what a name means: *„Gens du voyage“ („Reisende“)*."""
    doc = passage.doc
    closed = end < len(doc) and doc[end].text in CLOSING
    return closed and any(doc[i].text in BRACKETS for i in range(max(0, start - 3), start))


def _described(passage: Passage, words: list[int]) -> bool:
    """Say whether a single quoted word describes: *die Lage sei „kritisch“*."""
    return len(words) == 1 and passage.doc[words[0]].text[:1].islower()


def _definite(passage: Passage, start: int) -> bool:
    """Say whether a definite article or a preposition stands right before a mark: *in der „Neuen Post“*."""
    before = passage.doc[start - 1] if start else None
    return before is not None and (
        before.tag_ in {"APPR", "APPRART"} or (before.tag_ == "ART" and before.lower_.startswith("d"))
    )


def is_called(passage: Passage, start: int) -> bool:
    """Say whether somebody is called what is quoted: *bezeichnete es als „Geschäft“*, *nannte es ein „…“*."""
    doc, words = passage.doc, passage.words["quoting"]
    if any(doc[i].lower_ in words["calling"] for i in range(max(0, start - 2), start)):
        return True
    n = passage.owner[start - 1] if start else -1
    article = start > 0 and doc[start - 1].tag_ == "ART" and doc[start - 1].lower_.startswith("ein")
    return article and n >= 0 and passage.clauses[n].lemma in words["naming"]


def _calls(passage: Passage, start: int) -> bool:
    """Say whether somebody calls it so whom the clause names: not *wurde als „…“ bekannt*, *dient als „…“*."""
    n = passage.owner[start]
    if n < 0 or not is_called(passage, start) or (passage.clauses[n].passive and not source_of(passage, n)):
        return False
    return verb_cue(passage, n) is not None or passage.clauses[n].lemma in _quoting(passage)


def _quoting(passage: Passage) -> set[str]:
    """Give the verbs of acts that can have a quotation as their object."""
    names = passage.words["quoting"]["acts"]
    return {lemma for act in passage.words["act"] if act["name"] in names for lemma in act["lemmas"]}


def _nested(holder: Finding, start: int, end: int) -> Finding:
    """A quotation inside another statement takes the roles of that one."""
    if not holder.cue and holder.carries is not None:
        holder = holder.carries
    return Finding(
        [(start, end)], StatementType.DIRECT, list(holder.source), list(holder.cue), list(holder.frame),
        list(holder.addressee), holder.medium, holder.stance, holder.clause, rank=1,
    )  # fmt: skip


def _behind(passage: Passage, start: int, end: int) -> Finding | None:
    """*„…“, sagte sie*: the clause that follows in the same sentence begins with its cue."""
    i = end
    while i < len(passage.doc) and (passage.doc[i].is_space or passage.doc[i].tag_ == "$,"):
        i += 1
    n = passage.owner[i] if i < len(passage.doc) else -1
    if n < 0 or passage.sentence_number(i) < 0 or i - end > 2:
        return None
    ends = passage.doc[end - 2].text == "." and not any(passage.doc[k].tag_ == "$," for k in range(end, i))
    if ends and passage.clauses[n].kind != "verbless" and verb_cue(passage, n) is None:
        return None
    if passage.clauses[n].start != i and not _inserted(passage, n, i, start):
        return None
    if passage.clauses[n].kind == "verbless" and is_bare_source(passage, n):
        begin = passage.clauses[n].tokens[1]
        group = passage.group_at(begin)
        source = (
            [passage.language.phrase(passage.doc, group.bare[0], group.end, passage.sentence(begin)[1])]
            if group
            else []
        )
        return Finding(
            [(start, end)],
            StatementType.DIRECT,
            source,
            [i],
            _tail(passage, n, end),
            medium=Medium.SPEECH,
            clause=n,
            rank=4,
        )
    return _with_verb(passage, n, start, end) if _is_frame(passage, n, i) else None


def _spoken(passage: Passage, start: int, end: int) -> Finding | None:
    """*„Unsinn“, sagte sie*: words without a verb open the clause of their cue, and a comma closes them."""
    verb = end + 1
    n = passage.owner[verb] if verb < len(passage.doc) and passage.doc[end].text == "," else -1
    if n < 0 or passage.clauses[n].finite != verb or not start <= passage.clauses[n].start < end:
        return None
    # Whom it is said to may stand before who says it: *„Unsinn“, sagte ihm die Wirtin*.
    behind = (g for g in passage.groups_in(n) if g.start > verb and g.preposition is None)
    cue, group = verb_cue(passage, n), next((g for g in behind if not g.case or "N" in g.case), None)
    if cue is None or group is None:
        return None
    source = [passage.language.phrase(passage.doc, group.start, group.end, passage.sentence(verb)[1])]
    return Finding(
        [(start, end)], StatementType.DIRECT, source, sorted(cue.tokens), _tail(passage, n, end), medium=cue.medium,
        stance=cue.stance, clause=n, rank=4,
    )  # fmt: skip


def _inserted(passage: Passage, n: int, i: int, start: int) -> bool:
    """Say whether a frame splits a quotation whose first part has no verb: *„Zur Pause“, sagte sie, „stand es gut“*."""
    clause, after = passage.clauses[n], passage.clauses[n].end + 1
    held = clause.finite == i and clause.start > start
    return held and after < len(passage.doc) and passage.quoted_by[after] is not None


def _is_frame(passage: Passage, n: int, i: int) -> bool:
    clause = passage.clauses[n]
    if (
        clause.subordinator is not None
        and passage.doc[clause.subordinator].lower_ in passage.words["trailing"]["comparing"]
    ):
        return verb_cue(passage, n) is not None
    return is_trailing(passage, n) or (clause.kind == "main" and clause.finite == i and clause.subject is not None)


def _with_verb(passage: Passage, n: int, start: int, end: int) -> Finding:
    clause, cue = passage.clauses[n], verb_cue(passage, n)
    source = source_of(passage, n)
    tokens = list(cue.tokens) if cue else list(clause.verbs)
    if clause.subordinator is not None:
        tokens.insert(0, clause.subordinator)
    medium, stance = (cue.medium, cue.stance) if cue else (Medium.SPEECH, Stance.ASSERTS)
    addressee = [(a, b) for a, b in addressee_of(passage, n, source) if a >= end or b <= start]
    return Finding(
        [(start, end)], StatementType.DIRECT, source, sorted(set(tokens)), _tail(passage, n, end),
        addressee, medium, stance, n, rank=4,
    )  # fmt: skip


def _tail(passage: Passage, n: int, begin: int) -> list[Range]:
    last = max(passage.clauses[m].end for m in passage.tree(n) if m == n or passage.clauses[m].start >= begin)
    return runs([i for i in range(begin, last) if not passage.doc[i].is_space])


def _before(passage: Passage, start: int, end: int) -> Finding | None:
    """*Sie sagte: „…“*: a colon, or nothing, between a clause with a cue and the quotation."""
    i = start - 1
    while i >= 0 and passage.doc[i].is_space and passage.doc[i].text.count("\n") < 2:
        i -= 1
    if i < 1 or passage.doc[i].text not in {":", ","}:
        return _worded(passage, i, start, end) if i > 0 else None
    colon = i
    while i >= 0 and (passage.owner[i] < 0 or passage.clauses[passage.owner[i]].quoted):
        i -= 1
        if colon - i > 4:
            return None
    n = passage.owner[i]
    if n < 0 or not passage.read(n):
        return None
    governor = next((m for m in (n, *passage.ancestors(n)) if verb_cue(passage, m) is not None), None)
    if governor is None and passage.clauses[n].kind == "verbless" and passage.doc[colon].text == ":":
        return _headed(passage, n, start, end, colon)
    if governor is None and (passage.doc[colon].text != ":" or is_name(passage, start, end)):
        return None
    return _colon(passage, n if governor is None else governor, start, end, colon)


def _headed(passage: Passage, n: int, start: int, end: int, colon: int) -> Finding | None:
    """*Die Ministerin: „…“*, *Weber wörtlich: „…“*: only a source stands before the colon."""
    first = passage.clauses[n].start
    opener = passage.doc[first].lower_ in passage.words["trailing"]["openers"]
    first += passage.doc[first].tag_ in {"ADV", "PROAV"} and not opener
    group = passage.group_at(first)
    if group is None or group.preposition is not None:
        return None
    source = passage.language.phrase(passage.doc, group.start, group.end, colon)
    cue = [i for i in range(source[1], colon) if passage.doc[i].tag_ in {"ADJD", "ADV"}]
    if source[1] + len(cue) < colon:
        return None
    frame = [(passage.clauses[n].start, colon + 1)]
    return Finding([(start, end)], StatementType.DIRECT, [source], cue, frame, medium=Medium.SPEECH, clause=n, rank=4)


def _worded(passage: Passage, i: int, start: int, end: int) -> Finding | None:
    """*Sie schloss mit den Worten „…“*, *sie riefen Parolen wie „…“*: a noun for words right before the quotation."""
    words = passage.words["quoting"]
    noun = i - 1 if passage.doc[i].lower_ in words["likening"] else i
    n = passage.owner[noun]
    if n < 0 or passage.doc[noun].text not in words["wording"] or not passage.read(n):
        return None
    return _colon(passage, n, start, end, i) if passage.clauses[n].finite is not None else None


def _colon(passage: Passage, n: int, start: int, end: int, colon: int) -> Finding:
    cue = verb_cue(passage, n)
    source = source_of(passage, n)
    begin = min(passage.clauses[m].start for m in (n, *passage.ancestors(n)))
    medium, stance = (cue.medium, cue.stance) if cue else (Medium.SPEECH, Stance.ASSERTS)
    tokens = list(cue.tokens) if cue else list(passage.clauses[n].verbs)
    return Finding(
        [(start, end)], StatementType.DIRECT, source, tokens, [(begin, colon + 1)], addressee_of(passage, n, source),
        medium, stance, n, rank=4,
    )  # fmt: skip


def _inline(passage: Passage, start: int, end: int) -> Finding | None:
    """*Er nannte den Plan „völlig verfehlt“*: the clause around has a cue and no other content."""
    n = next((passage.owner[i] for i in range(start, end) if passage.owner[i] >= 0), -1)
    if n < 0 or not passage.read(n):
        return None
    clause, doc = passage.clauses[n], passage.doc
    cue = verb_cue(passage, n)
    called = doc[start - 1].lower_ in passage.words["quoting"]["calling"] and bool(clause.objects)
    if not called and clause.lemma not in _quoting(passage) and (cue is None or cue.noun is not None):
        return None
    if clause.finite is None or start <= clause.finite < end or (not clause.subject and not clause.passive):
        return None
    tokens = set(clause.verbs)
    tokens |= {i for i in range(max(clause.start, start - 4), start) if doc[i].lower_ in {"als", "von", "vor", "mit"}}
    source = source_of(passage, n)
    if _is_custom(passage, n) or any(a < end and start < b for a, b in source):
        return None
    begin = clause.start
    frame = [i for i in clause.tokens if i < start or i >= end] + [
        i for i in range(begin, start) if doc[i].tag_ == "$,"
    ]
    frame = [i for i in frame if begin <= i]
    medium, stance = (cue.medium, cue.stance) if cue else (Medium.SPEECH, Stance.ASSERTS)
    return Finding(
        [(start, end)], StatementType.DIRECT, source, sorted(tokens), runs(frame), addressee_of(passage, n, source),
        medium, stance, n, rank=1,
    )  # fmt: skip


def _judged(passage: Passage, start: int, end: int) -> Finding | None:
    """*Für die Ministerin ist die Lage „ernst“*: somebody judges by *für* and a word in quotation marks."""
    n = passage.owner[start] if passage.owner[start] >= 0 else passage.owner[start + 1]
    words = passage.words["quoting"]["judging"]
    if n < 0 or not passage.read(n) or passage.clauses[n].lemma not in words["verbs"]:
        return None
    for group in passage.groups_in(n):
        if group.preposition is None or passage.doc[group.preposition].lower_ not in words["prepositions"]:
            continue
        source = passage.language.phrase(passage.doc, group.bare[0], group.end, passage.clauses[n].finite or group.end)
        nouns = [passage.doc[i] for i in range(*source) if passage.doc[i].tag_ in NOMINAL]
        if any(t.ent_type_ == "PER" or t.lower_.endswith(passage.offices) for t in nouns):
            cue = list(passage.clauses[n].verbs)
            return Finding([(start, end)], StatementType.DIRECT, [source], cue, medium=Medium.SPEECH, clause=n, rank=1)
    return None


def _is_custom(passage: Passage, n: int) -> bool:
    """Say whether a clause tells what something is called, not what somebody calls it: *Die Schau nennt sich „…“*."""
    clause, doc = passage.clauses[n], passage.doc
    if clause.lemma not in passage.words["quoting"]["custom"]:
        return False
    nobody = clause.subject is not None and doc[clause.subject[0]].lower_ in passage.words["rumour"]["subjects"]
    return nobody or any(doc[i].tag_ == "PRF" for i in clause.tokens)


def _alone(start: int, end: int) -> Finding:
    return Finding([(start, end)], StatementType.DIRECT, medium=Medium.SPEECH, rank=1)


def _goes_on(passage: Passage, start: int, end: int) -> bool:
    """Say whether a quotation is a sentence in a paragraph: *„Wir sind fertig“, sagte sie. „Das war es.“*."""
    doc, first = passage.doc, passage.sentence(start)[0]
    between = doc[first - 1].text if first else "\n\n"
    return first == start and doc[end - 2].is_punct and doc[end - 2].text != "," and between.count("\n") < PARAGRAPH


def _splits(passage: Passage, last: Finding, start: int) -> bool:
    """Say whether a quotation is the second half of the one before: *„A“, sagte sie, „B“*."""
    if last.rank != 4 or not last.frame or last.frame[0][0] < last.start:
        return False
    behind = last.frame[-1][1]
    near = all(passage.doc[i].tag_ in {"$,", "_SP"} for i in range(behind, start))
    return near and behind <= start and passage.sentence_number(behind - 1) == passage.sentence_number(start)
