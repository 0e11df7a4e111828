"""A report as the event reader looks at it: clauses, noun groups, phrases, mentions and statements by token."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import simplemma
from spacy.tokens import Doc

from quellenlage.language import Language, is_furniture
from quellenlage.model import (
    Entity,
    Form,
    Interval,
    Mention,
    Report,
    Span,
    Spans,
    Statement,
    StatementType,
    TimeExpression,
)
from quellenlage.reading.events import parting, told_beside
from quellenlage.reading.events.findings import Findings
from quellenlage.reading.events.frames import Frames, Group, frames
from quellenlage.reading.events.ranges import begins, ranges, stretches

if TYPE_CHECKING:
    from quellenlage.language.de.clauses import Clause
    from quellenlage.language.de.noun_groups import NounGroup

COMMON = frozenset({"NN", "NNA", "NNI"})
RELATIVE = frozenset({"PRELS", "PRELAT"})
BESIDE = frozenset({StatementType.INDIRECT, StatementType.FREE_INDIRECT})
LEAST_COURTS = 2
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Noun groups of a clause that stand as one: a group and what is coordinated with it, under one preposition.

    ``to`` is the index of the noun group that the phrase can belong to, because it follows it at once; ``genitive``
    says that it must.
    """

    groups: tuple[int, ...]
    preposition: str | None
    to: int | None
    genitive: bool


class Context:
    """Everything that is asked of a report again and again, computed once."""

    def __init__(self, doc: Doc, report: Report, language: Language, findings: Findings) -> None:
        self.doc, self.report, self.language, self.findings = doc, report, language, findings
        self.clauses: tuple[Clause, ...] = language.clauses(doc)
        self.words: dict[str, Any] = language.table("events")
        self.groups: tuple[NounGroup, ...] = tuple(p for g in language.noun_groups(doc) for p in parting.parts(self, g))
        self.frames: Frames = frames(language.code)
        self.clause_of = _paint(len(doc), ((c.tokens, n) for n, c in enumerate(self.clauses)))
        self.group_of = _paint(len(doc), ((range(g.start, g.end), n) for n, g in enumerate(self.groups)))
        self._nouns: dict[str, tuple[Group, str] | None] = {}
        self._phrases: dict[int, tuple[Phrase, ...]] = {}

    def genitive(self, mention: Mention) -> bool:
        """Say whether a name stands in the genitive: it ends in what its base form lacks, or in an apostrophe."""
        entity = self.entities.get(mention.entity)
        text = self.report.text[mention.span.start : mention.span.end]
        marks = tuple(self.words["clauses"]["apostrophes"])
        if text.endswith(marks) or self.report.text.startswith(marks, mention.span.end):
            return text.rstrip("".join(marks)).endswith(tuple(self.words["clauses"]["hissing"]))
        if (
            mention.form != Form.NAME
            or entity is None
            or not text.endswith(tuple(self.words["clauses"]["genitive_endings"]))
        ):
            return False
        bare = text.rsplit(" ", 1)[-1][:-1]
        return bare in {word for name in (entity.name, *entity.aliases) for word in name.split()}

    @cached_property
    def starts(self) -> list[int]:
        """The code point each token begins at."""
        return [token.idx for token in self.doc]

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.findings.entities}

    @cached_property
    def in_court(self) -> bool:
        """Say whether the report is about a court: what is called *Verhandlung* in it is no conversation."""
        heads = tuple(self.words["courts"]["heads"])
        named = (token.lemma_.lower().endswith(heads) for token in self.doc if token.tag_ in COMMON)
        return sum(named) >= LEAST_COURTS

    @cached_property
    def time_of(self) -> dict[str, TimeExpression]:
        """Time expressions by id."""
        return {time.id: time for time in self.findings.times}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements by id."""
        return {statement.id: statement for statement in self.findings.statements}

    @cached_property
    def names(self) -> dict[str, str]:
        """Entities by each single-word name or last name, lower case; the first entity of a name keeps it."""
        found: dict[str, str] = {}
        for entity in self.findings.entities:
            for name in (entity.name, *entity.aliases):
                for word in (name, name.rsplit(" ", 1)[-1]):
                    found.setdefault(word.lower(), entity.id)
        return found

    @cached_property
    def mentions(self) -> list[Mention]:
        """Mentions in text order, the longest of those that begin together first."""
        return sorted(self.findings.mentions, key=lambda m: (m.span.start, -m.span.end))

    @cached_property
    def mention_starts(self) -> list[int]:
        """Where the mentions begin."""
        return [mention.span.start for mention in self.mentions]

    @cached_property
    def times(self) -> list[TimeExpression]:
        """Time expressions in text order."""
        return sorted(self.findings.times, key=lambda t: t.span)

    @cached_property
    def days(self) -> dict[str, Interval]:
        """The days of each time expression by id, with ranges joined."""
        return ranges(self.report, self.times)

    @cached_property
    def stretches(self) -> dict[str, Interval]:
        """The days of the time expressions that begin a range, by id."""
        return stretches(self.report, self.times)

    @cached_property
    def begins(self) -> dict[str, TimeExpression]:
        """The begin of each stretch of time by the id of its end."""
        return begins(self.report, self.times)

    @cached_property
    def time_starts(self) -> list[int]:
        """Where the time expressions begin."""
        return [time.span.start for time in self.times]

    @cached_property
    def statement_of(self) -> list[int]:
        """For each token the index of the innermost statement whose content covers it, or -1."""
        order = sorted(
            range(len(self.findings.statements)), key=lambda n: -_length(self.findings.statements[n].content)
        )
        painted = self._paint_spans((self.findings.statements[n].content, n) for n in order)
        return told_beside.free(self, painted)

    @cached_property
    def cue_of(self) -> list[int]:
        """For each token the index of the statement whose cue it belongs to, or -1."""
        return self._paint_spans((statement.cue, n) for n, statement in enumerate(self.findings.statements))

    @cached_property
    def source_of(self) -> list[bool]:
        """For each token whether it names the source of a statement beside what is said (*laut*, *zufolge*)."""
        out = [False] * len(self.doc)
        for statement in self.findings.statements:
            if statement.type in BESIDE:
                for span in statement.source:
                    for i in range(*self.tokens(span)):
                        out[i] = self.clause_of[i] >= 0 and self._in_content(i, statement)
        return out

    def _in_content(self, token: int, statement: Statement) -> bool:
        """Say whether the clause around a source is itself what is said, as with *laut* and *zufolge*."""
        verbs = self.clauses[self.clause_of[token]].verbs
        return any(span.start <= self.starts[i] < span.end for i in verbs for span in statement.content)

    def _paint_spans(self, rows: Iterator[tuple[Spans, int]]) -> list[int]:
        return _paint(len(self.doc), ((i, n) for spans, n in rows for i in [range(*self.tokens(s)) for s in spans]))

    def tokens(self, span: Span) -> Range:
        """Give the tokens that begin inside a span."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def span(self, start: int, end: int) -> Span:
        """Give the span of the tokens from ``start`` to ``end``."""
        last = self.doc[end - 1]
        return Span(self.doc[start].idx, last.idx + len(last))

    def sentence(self, token: int) -> Span:
        """Give the sentence around a token, without the white space around it."""
        words = [t.i for t in self.doc[token].sent if not t.is_space]
        return self.span(words[0], words[-1] + 1)

    def statement(self, token: int) -> Statement | None:
        """Give the innermost statement around a token, ``None`` for the outlet's own voice."""
        n = self.statement_of[token]
        return self.findings.statements[n] if n >= 0 else None

    def readable(self, token: int) -> bool:
        """Say whether a token belongs to the article and to a clause of it."""
        return self.clause_of[token] >= 0 and not is_furniture(self.doc[token])

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """Give the mentions that begin inside a token range."""
        if start >= end:
            return ()
        span = self.span(start, end)
        return self.mentions[bisect_left(self.mention_starts, span.start) : bisect_left(self.mention_starts, span.end)]

    def times_in(self, start: int, end: int) -> Sequence[TimeExpression]:
        """Give the time expressions that begin inside a token range."""
        if start >= end:
            return ()
        span = self.span(start, end)
        return self.times[bisect_left(self.time_starts, span.start) : bisect_left(self.time_starts, span.end)]

    def time_over(self, token: int) -> TimeExpression | None:
        """Give the time expression that a token stands in."""
        at = self.starts[token]
        n = bisect_left(self.time_starts, at + 1) - 1
        return self.times[n] if n >= 0 and at < self.times[n].span.end else None

    def preposition(self, group: "NounGroup") -> str | None:
        """Give the preposition of a group in its plain form, ``None`` where there is none."""
        if group.preposition is None:
            return None
        word = self.doc[group.preposition].lower_
        return str(self.words["contractions"].get(word, word))

    def is_aimed_at(self, index: int) -> bool:
        """Say whether a noun's case is that of what somebody comes to: *auf eine Feuerpause*, not *auf dem Gipfel*."""
        case = self.groups[index].case if index >= 0 else ""
        return "A" in case and "D" not in case

    def lemma(self, token: int) -> str:
        """Give a verb's infinitive, lower case; the language's list sets right what the lemmatiser does not know."""
        listed: str | None = self.words["lemmas"].get(self.doc[token].lower_)
        return listed or self.doc[token].lemma_.lower()

    def subject(self, clause: int) -> int | None:
        """Give the noun group of a clause's own subject; where that is furniture or a source, the next."""
        c = self.clauses[clause]
        if c.subject is None or not 0 <= c.subject[0] < len(self.doc):
            return None
        group = self.group_of[c.subject[0]]
        if group < 0 or not self._beside(group):
            return group if group >= 0 else None
        behind = (n for n in self.groups_of(clause) if n > group and self.groups[n].preposition is None)
        return next((n for n in behind if not self._beside(n)), None)

    def _beside(self, group: int) -> bool:
        return is_furniture(self.doc[self.groups[group].head]) or self.is_source(group)

    def groups_of(self, clause: int) -> list[int]:
        """Give the indices of the noun groups that lie in a clause itself."""
        seen = dict.fromkeys(self.group_of[i] for i in self.clauses[clause].tokens)
        return [n for n in seen if n >= 0]

    def phrases(self, clause: int) -> tuple[Phrase, ...]:
        """Give the phrases of a clause in text order."""
        if clause not in self._phrases:
            self._phrases[clause] = tuple(self._read_phrases(clause))
        return self._phrases[clause]

    def _read_phrases(self, clause: int) -> Iterator[Phrase]:
        rest = self.groups_of(clause)
        k = 0
        while k < len(rest):
            members = [rest[k]]
            while k + 1 < len(rest) and self._joined(rest[k], rest[k + 1]):
                k += 1
                members.append(rest[k])
            k += 1
            yield self._phrase(members)

    def _joined(self, a: int, b: int) -> bool:
        """Say whether two groups are coordinated: a conjunction alone between them, no preposition behind it."""
        left, right = self.groups[a], self.groups[b]
        between = [self.doc[i].tag_ for i in range(left.end, right.start)]
        return right.preposition is None and between == ["KON"]

    def _phrase(self, members: list[int]) -> Phrase:
        first = self.groups[members[0]]
        before = self.group_of[first.start - 1] if first.start else -1
        to = before if before >= 0 and self.groups[before].end == first.start else None
        clause = self.clause_of[first.head]
        subject = self.clauses[clause].subject if clause >= 0 else None
        genitive = (
            to is not None
            and first.preposition is None
            and "G" in first.case
            and (subject is None or subject[0] != first.start)
            and not parting.is_day(self, before)
        )
        return Phrase(tuple(members), self.preposition(first), to, genitive)

    def in_state(self, token: int) -> bool:
        """Say whether a noun stands bare behind a preposition of state: *zu Besuch*, *auf Reisen*."""
        return (
            token > 0
            and self.doc[token - 1].tag_ == "APPR"
            and self.doc[token - 1].lower_ in self.words["prepositions"]["state"]
        )

    def phrase_of(self, group: int) -> Phrase | None:
        """Give the phrase a noun group stands in."""
        clause = self.clause_of[self.groups[group].head]
        return next((p for p in self.phrases(clause) if group in p.groups), None) if clause >= 0 else None

    def behind(self, group: int) -> Iterator[Phrase]:
        """Give the phrases behind a noun group that follow one another without a break."""
        end = self.groups[group].end
        clause = self.clause_of[self.groups[group].head]
        for phrase in self.phrases(clause) if clause >= 0 else ():
            first = self.groups[phrase.groups[0]]
            if first.start < end:
                continue
            free = self.doc[first.head].tag_ == "NE" or self.time_over(first.head) is not None
            if first.start != end or not (phrase.preposition or phrase.genitive or free):
                return
            yield phrase
            end = self.groups[phrase.groups[-1]].end

    def event_noun(self, word: str) -> tuple[Group, str] | None:
        """Give the frame group that a noun names, and the part of it that says so."""
        if word not in self._nouns:
            known = self.frames.of_noun
            # The tagger leaves some plurals as they are: *Razzien, Orkane*.
            self._nouns[word] = known(word) or known(simplemma.lemmatize(word, lang=self.language.code))
        return self._nouns[word]

    def names_event(self, group: int) -> bool:
        """Say whether a noun group is headed by a noun that names an event."""
        head = self.doc[self.groups[group].head]
        return head.tag_ in COMMON and self.event_noun(head.lemma_) is not None

    def event_above(self, phrase: Phrase, steps: int = 6) -> int | None:
        """Give the nearest noun group that names an event and that a phrase hangs on, directly or by others between."""
        if phrase.to is None or not (phrase.preposition or phrase.genitive) or not steps:
            return None
        if self.names_event(phrase.to):
            return phrase.to
        above = self.phrase_of(phrase.to)
        return self.event_above(above, steps - 1) if above is not None else None

    def referent(self, group: int) -> str | None:
        """Give the entity a noun group refers to: the mention over its head or behind it, never a genitive."""
        g = self.groups[group]
        head = self.starts[g.head]
        found = self.mentions_in(g.bare[0], g.end)
        over = next((m for m in found if m.span.start <= head and m.span.end >= head + len(self.doc[g.head])), None)
        behind = next((m for m in found if m.span.start > head and not self.genitive(m)), None)
        chosen = over or behind
        return chosen.entity if chosen else self._speaker(g.head)

    def _speaker(self, token: int) -> str | None:
        """Give who says *ich* or *wir* in a direct quotation."""
        word, statement = self.doc[token], self.statement(token)
        if statement is None or statement.type is not StatementType.DIRECT or word.tag_ != "PPER":
            return None
        first = word.lower_ in self.words["clauses"]["first_person"]
        return statement.sources[0] if first and len(statement.sources) == 1 else None

    def is_source(self, group: int) -> bool:
        """Say whether a noun group names the source of what is said around it: *den Behörden zufolge*."""
        head = self.groups[group].head
        return self.source_of[head] or (head + 1 < len(self.doc) and self.doc[head + 1].tag_ == "APPO")

    def antecedent(self, clause: int) -> int | None:
        """Give the noun group that a relative clause follows."""
        i = self.clauses[clause].start - 1
        while i >= 0 and self.doc[i].tag_ in {"$,", "$("}:
            i -= 1
        return self.group_of[i] if i >= 0 and self.group_of[i] >= 0 else None


def _paint(size: int, rows: Iterator[tuple[Any, int]]) -> list[int]:
    out = [-1] * size
    for tokens, n in rows:
        for i in tokens:
            out[i] = n
    return out


def _length(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)
