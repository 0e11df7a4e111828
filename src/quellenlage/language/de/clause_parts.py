"""From a sentence to its clauses: the pieces between its commas, put together where they belong together."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from quellenlage.language.de.clause_pieces import FINITE, INFINITE, Piece, pieces
from quellenlage.language.de.islands import inside_quotation, islands
from quellenlage.language.de.noun_phrases import group_at

SUBJECT_OPENERS = frozenset(
    {"ART", "NE", "NN", "NNA", "PPER", "PIS", "PDAT", "PPOSAT", "PIAT", "ADJA", "FM", "CARD", "$("}
)

# *Das Bad öffnet, wie am Montag angekündigt, …*: what is said of the clause, and tells nothing by itself.
COMPARING = frozenset({"als", "wie"})


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
    found = list(pieces(doc, tokens))
    for piece, after in pairwise(found):
        piece.inserted = _between(doc, piece, after)
        piece.participial = after.initial and after.before == "," and _is_participial(doc, piece)
    for piece in found:
        _place(doc, piece, stack, drafts)
    for draft in drafts:
        draft.quoted = quoted
    return drafts


def _place(doc: Doc, piece: Piece, stack: list[Draft], drafts: list[Draft]) -> None:
    """Let the piece open a clause or go on with one that is open."""
    if piece.kind:
        _open(doc, piece, piece.kind, stack, drafts)
    elif piece.finites:
        _finite_piece(doc, piece, stack, drafts)
    elif piece.infinitive:
        _open(doc, piece, "infinitive", stack, drafts)
    elif piece.participial and not (stack and stack[-1].finite):
        drafts.append(Draft(piece.tokens, "participle", None, stack[-1] if stack else None))
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


def _is_participial(doc: Doc, piece: Piece) -> bool:
    """Say whether a piece is a clause around a bare participle: *Das Gesetz, im Mai vom Rat gebilligt, tritt …*."""
    tags = [doc[i].tag_ for i in piece.tokens]
    ends = len(tags) > 1 and tags[-1] in {"VVPP", "VVINF"} and not any(doc[i].lower_ in COMPARING for i in piece.tokens)
    return ends and piece.before in {"", ","} and not piece.finites and tags[0] not in {"KOKOM", "KON", "KOUS"}


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
        if draft.kind == "main" and n == len(stack) - 1 and _stands_alone(doc, piece):
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
    end = 0
    for i in tokens:
        group = group_at(doc, i)
        if group is not None and group.preposition is not None:
            end = group.end
        if i >= end and doc[i].tag_ not in {"ADV", "PROAV", "ADJD"}:
            yield i


def _stands_alone(doc: Doc, piece: Piece) -> bool:
    """Say whether a piece is a clause by itself and no end of the words before it: *Kein Abbau hier, dafür ruht …*."""
    if piece.initial:
        return False
    if piece.before == ",":
        return doc[piece.tokens[0]].tag_ == "PROAV" and piece.finites[0] == 1
    return piece.before != ")" and (piece.before == ":" or _whole(doc, piece))


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
