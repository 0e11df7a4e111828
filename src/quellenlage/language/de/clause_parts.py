"""From a sentence to its clauses: cut at commas, dashes and coordinations, then put together what belongs together."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from spacy.tokens import Doc

from quellenlage.language import table
from quellenlage.language.de.islands import inside_quotation, islands
from quellenlage.language.de.noun_groups import noun_groups

DASHES = frozenset({"–", "—", "-", "--"})
FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
INFINITE = frozenset({"VVPP", "VVINF", "VVIZU", "VAPP", "VAINF", "VMINF", "VMPP"})
RELATIVE = frozenset({"PRELS", "PRELAT"})
LONGEST_NAME = 4
SUBJECT_OPENERS = frozenset(
    {"ART", "NE", "NN", "NNA", "PPER", "PIS", "PDAT", "PPOSAT", "PIAT", "ADJA", "FM", "CARD", "$("}
)
WH = frozenset({"PWS", "PWAV", "PWAT"})
RELATIVE_FORMS = frozenset({"der", "die", "das", "dem", "den", "dessen", "deren", "denen"})


@dataclass(eq=False, slots=True)
class Draft:
    """A clause while it is being put together; ``parent`` is the clause it depends on."""

    tokens: list[int]
    kind: str
    subordinator: int | None = None
    parent: "Draft | None" = None
    quoted: bool = False
    joined: bool = False
    finite: bool = False
    bracket: bool = False


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


def assemble(doc: Doc, start: int, end: int) -> list[Draft]:
    """Give the clauses of the sentence between two tokens, in no order; every word lies in exactly one."""
    outer, enclosed = islands(doc, start, end)
    out = _read(doc, outer, quoted=inside_quotation(doc, start, end))
    for tokens, quoted in enclosed:
        inner = _read(doc, tokens, quoted)
        out += inner
    return [draft for draft in out if draft.tokens]


def _read(doc: Doc, tokens: list[int], quoted: bool) -> list[Draft]:
    drafts: list[Draft] = []
    stack: list[Draft] = []
    pieces = list(_pieces(doc, tokens))
    for piece, after in pairwise(pieces):
        piece.inserted = _between(doc, piece, after)
    for piece in pieces:
        _place(doc, piece, stack, drafts)
    for draft in drafts:
        draft.quoted = quoted
    return drafts


def _pieces(doc: Doc, tokens: list[int]) -> Iterator[Piece]:
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
    if token.tag_ == "KOUI":
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


def _place(doc: Doc, piece: Piece, stack: list[Draft], drafts: list[Draft]) -> None:
    """Let the piece open a clause or go on with one that is open."""
    if piece.kind:
        _open(doc, piece, piece.kind, stack, drafts)
    elif piece.finites:
        _finite_piece(doc, piece, stack, drafts)
    elif piece.infinitive:
        _open(doc, piece, "infinitive", stack, drafts)
    elif stack and _is_source_tail(doc, piece):
        drafts.append(Draft(piece.tokens, "verbless", None, stack[-1]))
    else:
        _fragment(doc, piece, stack, drafts)


def _is_source_tail(doc: Doc, piece: Piece) -> bool:
    """Say whether the piece is a bare source behind its content: *…, so die Ministerin*."""
    words = [doc[i] for i in piece.tokens[:2]]
    return (
        len(words) == 2
        and words[0].lower_ == "so"
        and words[1].tag_
        in {"ART", "NN", "NE", "PPER", "PPOSAT", "PIAT", "ADJA", "FM", "TRUNC", "PDAT", "PIS", "CARD", "NNA"}
    )


def _open(doc: Doc, piece: Piece, kind: str, stack: list[Draft], drafts: list[Draft]) -> Draft:
    above = stack[-1] if stack else None
    joined = piece.before == "KON" or doc[piece.tokens[0]].tag_ == "KON"
    if joined and above is not None:
        same = next((d for d in reversed(stack) if d.kind == kind), None)
        above = same.parent if same is not None else above
    draft = Draft(piece.tokens, kind, piece.subordinator, above, joined=joined, finite=bool(piece.finites))
    stack.append(draft)
    drafts.append(draft)
    return draft


def _finite_piece(doc: Doc, piece: Piece, stack: list[Draft], drafts: list[Draft]) -> None:
    if stack and not stack[-1].finite and stack[-1].kind == "main" and _said_of_noun(doc, piece):
        drafts.append(Draft(piece.tokens, "main", None, stack[-1], finite=True))
        return
    if _inserted_frame(doc, piece) and stack and stack[-1].kind == "main" and not stack[-1].finite:
        drafts.append(Draft(piece.tokens, "main", None, stack[-1], finite=True))
        return
    if piece.before == "KON" and piece.final and not piece.initial and stack and _subordinate(stack[-1]):
        _open(doc, piece, stack[-1].kind, stack, drafts)
        return
    for n in range(len(stack) - 1, -1, -1):
        draft = stack[n]
        if (
            draft.finite
            or (draft.kind == "infinitive")
            or (draft.kind != "main" and not piece.final and piece.before != "(")
        ):
            continue
        if (
            draft.kind == "main"
            and not piece.initial
            and _whole(doc, piece)
            and n == len(stack) - 1
            and piece.before not in {",", ")"}
        ):
            continue
        _continue(piece, draft, stack, n)
        return
    above = stack[-1] if stack else None
    joined = piece.before == "KON" or doc[piece.tokens[0]].tag_ == "KON"
    if (
        joined
        and above is not None
        and above.kind != "main"
        and piece.final
        and not piece.initial
        and len(piece.tokens) > 2
    ):
        _open(doc, piece, above.kind, stack, drafts)
        return
    free = joined or _own_subject(doc, piece)
    draft = Draft(piece.tokens, "main", None, None if free else above, joined=joined, finite=True)
    if above is not None and above.parent is None and above.kind != "main" and piece.initial:
        above.parent, draft.parent = draft, None
    stack.append(draft)
    drafts.append(draft)


def _inserted_frame(doc: Doc, piece: Piece) -> bool:
    """Say whether a piece between the Vorfeld and the verb is a frame: *In zehn Jahren, so schätzt die Stadt, …*."""
    so = len(piece.tokens) > 2 and doc[piece.tokens[0]].lower_ == "so"
    return piece.inserted or (so and piece.finites == [1] and piece.before == ",")


def _between(doc: Doc, piece: Piece, after: Piece) -> bool:
    """Say whether a piece with verb and subject stands before a verb in Konjunktiv: *Der Damm, sagte sie, halte …*."""
    if not (piece.initial and after.initial and piece.before == after.before == "," and _own_subject(doc, piece)):
        return False
    first, second = doc[piece.tokens[0]], doc[after.tokens[0]]
    return "Sub" in second.morph.get("Mood", []) and "Sub" not in first.morph.get("Mood", [])


def _subordinate(draft: Draft) -> bool:
    """Say whether a clause is subordinate and has its verb, so that *und* without a comma goes on with its kind."""
    return draft.finite and draft.kind not in {"main", "infinitive"}


def _said_of_noun(doc: Doc, piece: Piece) -> bool:
    """Say whether a piece is what a noun before it says, by its Konjunktiv: *die Behauptung, er sei fort, …*."""
    first, finite = doc[piece.tokens[0]], doc[piece.tokens[piece.finites[0]]]
    if piece.before != "," or piece.initial or first.tag_ not in {"ART", "PPER", "PPOSAT", "PIS", "PDAT"}:
        return False
    before = piece.tokens[: piece.finites[0]]
    reported = "Sub" in finite.morph.get("Mood", []) and "Pres" in finite.morph.get("Tense", [])
    return reported and not any(doc[i].tag_ == "KON" for i in before)


def _own_subject(doc: Doc, piece: Piece) -> bool:
    """Say whether a piece begins with its verb and its subject follows, as in a frame: *…, sagte die Ministerin*."""
    if not piece.initial or len(piece.tokens) < 2:
        return False
    first = next(_bare(doc, piece.tokens[1:]), None)
    return doc[piece.tokens[0]].tag_ != "VMFIN" and first is not None and doc[first].tag_ in SUBJECT_OPENERS


def _bare(doc: Doc, tokens: list[int]) -> Iterator[int]:
    """Give the tokens from the first that is in no adverb and no phrase with a preposition: *sagte am Montag · sie*."""
    groups = {group.start: group for group in noun_groups(doc)}
    end = 0
    for i in tokens:
        if i in groups and groups[i].preposition is not None:
            end = groups[i].end
        if i >= end and doc[i].tag_ not in {"ADV", "PROAV", "ADJD"}:
            yield i


def _whole(doc: Doc, piece: Piece) -> bool:
    """Say whether the piece has something before its verb that can be a Vorfeld."""
    return any(doc[i].tag_ in {"NN", "NE", "PPER", "PDS", "PIS"} for i in piece.tokens[: piece.finites[0]])


def _continue(piece: Piece, draft: Draft, stack: list[Draft], n: int) -> None:
    draft.tokens += piece.tokens
    draft.finite = draft.finite or bool(piece.finites)
    for above in stack[n + 1 :]:
        above.parent = above.parent or draft
    del stack[n + 1 :]


def _fragment(doc: Doc, piece: Piece, stack: list[Draft], drafts: list[Draft]) -> None:
    if not stack:
        draft = Draft(piece.tokens, "main")
        stack.append(draft)
        drafts.append(draft)
        return
    if doc[piece.tokens[-1]].tag_ == "PTKVZ":
        for n in range(len(stack) - 1, -1, -1):
            if _wants_particle(doc, stack[n]):
                _continue(piece, stack[n], stack, n)
                return
    if any(doc[i].tag_ in INFINITE | {"PTKVZ"} for i in piece.tokens):
        for n in range(len(stack) - 1, -1, -1):
            if _wants_bracket(doc, stack[n]):
                _continue(piece, stack[n], stack, n)
                return
    closed = _subordinate(stack[-1]) and doc[stack[-1].tokens[-1]].tag_ in FINITE
    if closed and piece.before == "," and doc[piece.tokens[0]].tag_ == "KOKOM" and stack[-1].parent is not None:
        stack[-1].parent.tokens.extend(piece.tokens)
        return
    adverbs = all(doc[i].tag_ in {"ADV", "ADJD", "PTKNEG"} for i in piece.tokens)
    main = next((draft for draft in reversed(stack) if draft.kind == "main"), None) if adverbs else None
    (main or stack[-1]).tokens.extend(piece.tokens)


def _wants_particle(doc: Doc, draft: Draft) -> bool:
    """Say whether a main clause has a finite full verb and no particle yet."""
    tags = {doc[i].tag_ for i in draft.tokens}
    return draft.kind == "main" and "VVFIN" in tags and "PTKVZ" not in tags


def _wants_bracket(doc: Doc, draft: Draft) -> bool:
    """Say whether a main clause has an auxiliary or modal and no participle or infinitive yet."""
    tags = [doc[i].tag_ for i in draft.tokens]
    return draft.kind == "main" and any(t in {"VAFIN", "VMFIN"} for t in tags) and not any(t in INFINITE for t in tags)
