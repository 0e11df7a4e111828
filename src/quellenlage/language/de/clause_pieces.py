"""Pieces of a sentence: cut at commas, dashes and coordinations, each with its verbs and the word that opens it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from spacy.tokens import Doc

from quellenlage.language import table

DASHES = frozenset({"–", "—", "-", "--"})
FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
INFINITE = frozenset({"VVPP", "VVINF", "VVIZU", "VAPP", "VAINF", "VMINF", "VMPP"})
RELATIVE = frozenset({"PRELS", "PRELAT"})
LONGEST_NAME = 4
WH = frozenset({"PWS", "PWAV", "PWAT"})
RELATIVE_FORMS = frozenset({"der", "die", "das", "dem", "den", "dessen", "deren", "denen"})


@dataclass(slots=True)
class Piece:
    """What stands between two separators. ``before`` is the separator; ``finites`` are positions in ``tokens``."""

    tokens: list[int]
    before: str
    kind: str = ""
    subordinator: int | None = None
    finites: list[int] = field(default_factory=list)
    infinitive: bool = False
    inserted: bool = False
    participial: bool = False

    @property
    def final(self) -> bool:
        """Say whether the piece ends in its finite verb."""
        return bool(self.finites) and self.finites[-1] == len(self.tokens) - 1

    @property
    def initial(self) -> bool:
        """Say whether the piece begins with its finite verb."""
        return bool(self.finites) and self.finites[0] == 0


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    data = table("de", "clauses")
    return {
        name: frozenset(data[name])
        for name in (
            "complement",
            "before_subordinator",
            "adverbial",
            "relative_adverbs",
            "consecutive",
            "parts_of_months",
        )
    }


def pieces(doc: Doc, tokens: list[int]) -> Iterator[Piece]:
    """Give the pieces of a sentence or of an island in it, in the order of the text."""
    run: list[int] = []
    before = ""
    for i in tokens:
        if _separates(doc, i, run):
            yield from _split(doc, run, before)
            run, before = [], doc[i].text
        else:
            run.append(i)
    yield from _split(doc, run, before)


def _separates(doc: Doc, i: int, run: list[int]) -> bool:
    token = doc[i]
    if token.tag_ in {"$,", "$."}:
        return token.tag_ == "$." or not _encloses(doc, i, run)
    return token.text in DASHES and (bool(token.whitespace_) or i + 1 >= len(doc))


def _encloses(doc: Doc, i: int, run: list[int]) -> bool:
    """Say whether a comma stands before or behind a bare name or an age: *der Chef, Karl Lund, sagte; Eva Lund, 61,*.

    Behind a verb it ends the clause as well: *Gestern sagte Eva Lund, 61, sie komme*.
    """
    if _closes_at(doc, i):
        return True
    told = any(doc[k].tag_ in FINITE for k in run)
    return not told and any(_closes_at(doc, k) == i for k in range(max(0, i - LONGEST_NAME - 1), i - 1))


def _closes_at(doc: Doc, i: int) -> int:
    """Give the comma that closes a name or an age that a comma opens at ``i``, or 0."""
    end = i + 1
    if i == 0 or doc[i].tag_ != "$," or doc[i - 1].tag_ not in {"NN", "NE"} or end >= len(doc):
        return 0
    if doc[end].tag_ == "CARD" and doc[i - 1].tag_ == "NE" and doc[end].text.isdigit():
        end += 1
    while end < min(len(doc), i + 1 + LONGEST_NAME) and doc[end].tag_ == "NE" and doc[i - 1].tag_ == "NN":
        end += 1
    return end if i + 1 < end < len(doc) and doc[end].tag_ == "$," else 0


def _split(doc: Doc, run: list[int], before: str) -> Iterator[Piece]:
    """Split a run at the coordinating conjunctions that join two finite clauses."""
    while run and doc[run[0]].tag_ == "$(":
        run = run[1:]
    if not any(doc[i].is_alpha or doc[i].tag_ not in {"$("} for i in run):
        return
    finites = [n for n, i in enumerate(run) if doc[i].tag_ in FINITE]
    cut = _missing_comma(doc, run, finites)
    if cut:
        yield from _split(doc, run[:cut], before)
        yield from _split(doc, run[cut:], ",")
        return
    for a, b in pairwise(finites):
        joints = [n for n in range(a + 1, b) if doc[run[n]].tag_ == "KON"]
        joint = next((n for n in joints if doc[run[n - 1]].tag_ in FINITE | INFINITE | {"PTKVZ"} or n + 1 == b), None)
        joint = joint if joint is not None else (joints[-1] if joints else None)
        if joint is not None:
            yield _piece(doc, run[:joint], before)
            yield from _split_rest(doc, run[joint:])
            return
    yield _piece(doc, run, before)


def _missing_comma(doc: Doc, run: list[int], finites: list[int]) -> int:
    """Give where a comma should stand and does not: *sie sagte dass …*, *wie sie sagt ist …*; or 0."""
    words = _words()
    for n in range(1, len(run)):
        verb_before = any(f < n for f in finites)
        if doc[run[n]].tag_ == "KOUS" and doc[run[n]].lower_ in words["complement"] and verb_before:
            return 0 if doc[run[n - 1]].tag_ in {"KON", "ADV", "APPR"} or _ends_before(run, finites, n) else n
    for a, b in pairwise(finites):
        opened = doc[run[0]].lower_ in words["adverbial"] and a > 1
        if opened and b == a + 1 and len(run) > b + 1:
            return b
    return 0


def _ends_before(run: list[int], finites: list[int], n: int) -> bool:
    """Say whether no finite verb follows word ``n``."""
    return not any(f > n for f in finites)


def _split_rest(doc: Doc, run: list[int]) -> Iterator[Piece]:
    head, rest = run[0], run[1:]
    for n, piece in enumerate(_split(doc, rest, "KON")):
        if n == 0:
            piece.tokens.insert(0, head)
            piece.finites = [f + 1 for f in piece.finites]
        yield piece


def _piece(doc: Doc, run: list[int], before: str) -> Piece:
    piece = Piece(run, before, finites=[n for n, i in enumerate(run) if doc[i].tag_ in FINITE])
    piece.kind, piece.subordinator = _opening(doc, piece)
    zu = any(doc[i].tag_ == "VVIZU" for i in run) or any(
        doc[i].tag_ == "PTKZU" and doc[j].tag_ in {"VVINF", "VAINF", "VMINF"} for i, j in pairwise(run)
    )
    piece.infinitive = zu and not piece.finites
    return piece


def _opening(doc: Doc, piece: Piece) -> tuple[str, int | None]:
    """Tell by its first words what kind of subordinate clause the piece opens, if any."""
    words = _words()
    for n, i in enumerate(piece.tokens[:4]):
        kind = _opened(doc, piece, n)
        if kind:
            return kind, i
        token = doc[i]
        if token.tag_ not in {"KON", "APPR", "$(", "APPRART"} and token.lower_ not in words["before_subordinator"]:
            break
    return "", None


def _opened(doc: Doc, piece: Piece, n: int) -> str:
    """Give the kind of clause that word ``n`` of a piece opens, or nothing."""
    words, token, before = _words(), doc[piece.tokens[n]], doc[piece.tokens[n - 1]] if n else None
    if token.tag_ == "KOUI" and (not piece.finites or any(doc[i].tag_ in {"PTKZU", "VVIZU"} for i in piece.tokens)):
        # *Um sechs Uhr begann es* opens no infinitive, whatever a tagger says.
        return "infinitive"
    if token.lower_ in words["complement"] and token.tag_ != "ADV":
        return "adverbial" if before is not None and before.lower_ in words["consecutive"] else "complement"
    after_preposition = before is not None and before.tag_ == "APPR"
    if token.tag_ in RELATIVE or (
        token.tag_ in WH and (after_preposition or token.lower_ in words["relative_adverbs"])
    ):
        return "relative"
    if token.tag_ in WH and (not piece.finites or piece.final or piece.finites[0] > n + 2):
        return "adverbial" if token.lower_ in words["adverbial"] else "complement"
    verb_last = piece.final and not piece.initial and piece.finites[0] > n + 1
    if token.tag_ == "KOUS" or (token.lower_ in words["adverbial"] and n < 2 and verb_last):
        return "adverbial"
    return "relative" if n == 0 and _mistagged_relative(doc, piece) else ""


def _mistagged_relative(doc: Doc, piece: Piece) -> bool:
    """Say whether what was tagged an article is the relative pronoun that opens the piece."""
    first, one_verb = doc[piece.tokens[0]], piece.final and len(piece.finites) == 1
    if piece.before != "," or first.lower_ not in RELATIVE_FORMS or first.tag_ not in {"ART", "PDS"}:
        return False
    return one_verb and len(piece.tokens) > 2 and _noun_before(doc, first.i) and _article_alone(doc, piece.tokens)


def _noun_before(doc: Doc, i: int) -> bool:
    return i > 1 and doc[i - 2].tag_ in {"NN", "NE", "NNA", "CARD"}


def _article_alone(doc: Doc, run: list[int]) -> bool:
    """Say whether the word cannot be the article of the next one: *das Heft, das Ende Juli erscheinen sollte*."""
    part = doc[run[1]].lower_ in _words()["parts_of_months"] and doc[run[2]].tag_ in {"NN", "NE"}
    return part or doc[run[1]].tag_ not in {"NN", "NE", "ADJA", "CARD"}
