"""A report's text as attribution reads it: clauses with their dependants, sentences, and what has been found so far."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc

from quellenlage.language import Language, is_furniture
from quellenlage.model import Medium, Span, Spans, Stance, StatementType

if TYPE_CHECKING:
    from quellenlage.language.de.clauses import Clause
    from quellenlage.language.de.noun_groups import NounGroup
    from quellenlage.language.de.quotation_marks import Quotation

Range = tuple[int, int]
LONGEST_SENTENCE = 400
GOING_ON = frozenset({":", ";"})
NOT_FIRST = frozenset({"–", "-", ")", "“", "”"})
NOT_LAST = frozenset({".", "–", "-", ":", ";", "(", "„"})


@dataclass(eq=False, slots=True)
class Finding:
    """A statement in token ranges, before it becomes a record.

    ``clause`` governs it, ``rank`` decides between rivals, ``carries`` is the statement it goes on with,
    ``relays`` the one with the same content by whoever passes it on.
    """

    content: list[Range]
    type: StatementType
    source: list[Range] = field(default_factory=list)
    cue: list[int] = field(default_factory=list)
    frame: list[Range] = field(default_factory=list)
    addressee: list[Range] = field(default_factory=list)
    medium: Medium = Medium.SW
    stance: Stance = Stance.ASSERTS
    clause: int | None = None
    rank: int = 0
    carries: "Finding | None" = None
    relays: "Finding | None" = None

    @property
    def start(self) -> int:
        """The first token of the content."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """The token behind the content."""
        return self.content[-1][1]

    def covers(self, start: int, end: int) -> bool:
        """Say whether the content holds every token of ``start:end``."""
        return any(a <= start and end <= b for a, b in self.content)


class Passage:
    """The clauses of a ``Doc`` with what attribution asks of them; all positions are token indices."""

    def __init__(self, doc: Doc, language: Language) -> None:
        self.doc, self.language = doc, language
        self.clauses: tuple[Clause, ...] = language.clauses(doc)
        self.words: dict[str, Any] = language.table("attribution")
        self.children: list[list[int]] = [[] for _ in self.clauses]
        self.owner = [-1] * len(doc)
        self.groups = language.noun_groups(doc)
        self._group_starts = {group.start: group for group in self.groups}
        for n, clause in enumerate(self.clauses):
            if clause.parent is not None:
                self.children[clause.parent].append(n)
            for i in clause.tokens:
                self.owner[i] = n

    @cached_property
    def groups_of(self) -> list[list[int]]:
        """The noun groups of each clause, by their numbers."""
        out: list[list[int]] = [[] for _ in self.clauses]
        for k, group in enumerate(self.groups):
            if self.owner[group.head] >= 0:
                out[self.owner[group.head]].append(k)
        return out

    def groups_in(self, n: int) -> "list[NounGroup]":
        """Give the noun groups of a clause."""
        return [self.groups[k] for k in self.groups_of[n]]

    def group_at(self, i: int) -> "NounGroup | None":
        """Give the noun group that begins at token ``i``."""
        return self._group_starts.get(i)

    def group_before(self, i: int) -> "NounGroup | None":
        """Give the noun group that ends at ``i`` or a little before it."""
        k = bisect_right(self.groups, i, key=lambda group: group.end) - 1
        return self.groups[k] if k >= 0 else None

    @cached_property
    def sentences(self) -> list[Range]:
        """The sentences without the blanks and line breaks at their ends; what no sentence can be is cut."""
        out = []
        for first, last in self._stretches():
            start, end = first, last
            while start < end and self.doc[start].is_space:
                start += 1
            while end > start and self.doc[end - 1].is_space:
                end -= 1
            if end > start and not is_furniture(self.doc[start]):
                out.append((start, end))
        return out

    def _stretches(self) -> Iterator[Range]:
        """Clauses behind a colon or a semicolon stay with those before it, as one can say the other."""
        begin = 0
        for sentence in self.doc.sents:
            if self.doc[sentence.end - 1].text in GOING_ON and sentence.end < len(self.doc):
                continue
            for start in range(begin, sentence.end, LONGEST_SENTENCE):
                yield start, min(start + LONGEST_SENTENCE, sentence.end)
            begin = sentence.end

    @cached_property
    def _sentence_numbers(self) -> list[int]:
        numbers = [-1] * len(self.doc)
        for n, (start, end) in enumerate(self.sentences):
            numbers[start:end] = [n] * (end - start)
        return numbers

    def sentence_number(self, i: int) -> int:
        """Give the number of the sentence that token ``i`` lies in, or -1 (furniture, blanks)."""
        return self._sentence_numbers[i] if 0 <= i < len(self.doc) else -1

    def sentence(self, i: int) -> Range:
        """Give the sentence of token ``i``."""
        n = self.sentence_number(i)
        return self.sentences[n] if n >= 0 else (i, i + 1)

    @cached_property
    def quoted_by(self) -> "list[Quotation | None]":
        """The outer quotation that each token lies in, marks included."""
        out: list[Quotation | None] = [None] * len(self.doc)
        for q in self.language.quotations(self.doc):
            if not q.inner:
                out[q.start : q.end] = [q] * (q.end - q.start)
        return out

    def quotations_in(self, i: int) -> "list[Quotation]":
        """Give the outer quotations that begin in the sentence of token ``i``."""
        return self._quotations.get(self.sentence_number(i), [])

    @cached_property
    def _quotations(self) -> "dict[int, list[Quotation]]":
        out: dict[int, list[Quotation]] = {}
        for q in self.language.quotations(self.doc):
            if not q.inner:
                out.setdefault(self.sentence_number(q.start), []).append(q)
        return out

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of names of two words or more, to know a person again by the surname alone."""
        doc = self.doc
        pairs = ((doc[i - 1], doc[i]) for i in range(1, len(doc)) if doc[i].tag_ == "NE" == doc[i - 1].tag_)
        return frozenset(b.text for a, b in pairs if not a.text.isupper() and not b.text.isupper())

    @cached_property
    def offices(self) -> tuple[str, ...]:
        """The endings of nouns that say what a person is, of one person as the subject or under *laut*."""
        nouns = [word.lower() for word in self.language.table("names")["person"]]
        return tuple(form for noun in nouns for form in (noun, noun + "in", noun + "s", noun + "r"))

    @cached_property
    def somebody(self) -> tuple[str, ...]:
        """The endings of nouns that say what a person or a body is."""
        names = self.language.table("names")
        bodies = (word.lower() for gender in "mfn" for word in names["organisation"][gender])
        callings = (form for word in names["calling"] for form in (word.lower(), word.lower() + "in"))
        return (*self.offices, *bodies, *callings)

    def clauses_in(self, start: int, end: int) -> list[int]:
        """Give the clauses that own a token of ``start:end``, in order."""
        return sorted({self.owner[i] for i in range(start, end)} - {-1})

    def read(self, n: int) -> bool:
        """Say whether a clause is part of the article."""
        return self.sentence_number(self.clauses[n].start) >= 0

    def tree(self, n: int) -> set[int]:
        """Give a clause and everything that depends on it."""
        found, todo = {n}, [n]
        while todo:
            for child in self.children[todo.pop()]:
                if child not in found:
                    found.add(child)
                    todo.append(child)
        return found

    def ancestors(self, n: int) -> list[int]:
        """Give the clauses that a clause depends on, nearest first."""
        out: list[int] = []
        parent = self.clauses[n].parent
        while parent is not None and parent not in out:
            out.append(parent)
            parent = self.clauses[parent].parent
        return out

    def ranges(self, start: int, end: int, without: set[int]) -> list[Range]:
        """Give ``start:end`` without the tokens in ``without``, as trimmed ranges that hold at least one word."""
        out, begin = [], None
        for i in range(start, end + 1):
            inside = i < end and i not in without
            if inside and begin is None:
                begin = i
            elif not inside and begin is not None:
                out.append(self.trim(begin, i))
                begin = None
        return [(a, b) for a, b in out if a < b]

    def trim(self, start: int, end: int) -> Range:
        """Leave out punctuation and blanks at both ends, and a quotation mark that has no partner inside."""
        doc = self.doc
        while start < end and (doc[start].tag_ in {"$,", "$.", "_SP"} or doc[start].text in NOT_FIRST):
            start += 1
        while end > start and (doc[end - 1].tag_ in {"$,", "_SP", "KON"} or doc[end - 1].text in NOT_LAST):
            end -= 1
        return start, end

    def spans(self, ranges: list[Range]) -> Spans:
        """Turn token ranges into sorted spans of the text without overlap; ranges that touch become one."""
        tokens = [i for start, end in ranges for i in range(start, end)]
        joined = [(self.doc[start].idx, self.doc[end - 1]) for start, end in runs(tokens)]
        return tuple(Span(start, last.idx + len(last)) for start, last in joined)


def covered(passage: Passage, findings: Iterable[Finding]) -> bytearray:
    """Give a flag for each token: whether it lies in the content of one of ``findings``."""
    flags = bytearray(len(passage.doc))
    for finding in findings:
        for start, end in finding.content:
            flags[start:end] = b"\x01" * (end - start)
    return flags


def runs(tokens: list[int]) -> list[Range]:
    """Join neighbouring token indices into ranges."""
    out: list[Range] = []
    for i in sorted(set(tokens)):
        if out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return out
