"""Clauses of German sentences from STTS tags: topological fields, embedding, coordination, quotations as islands.

The fields (Vorfeld, left and right bracket) follow Höhle 1986; no parse is needed, and none is used.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from spacy.tokens import Doc

from quellenlage.language import table
from quellenlage.language.de.clause_parts import Draft, assemble
from quellenlage.language.de.noun_groups import NounGroup, is_time, is_weekday, noun_groups
from quellenlage.language.de.offices import head
from quellenlage.language.de.verbs import verb_complex

LONGEST = 400
GOING_ON = frozenset({":", ";"})
Range = tuple[int, int]
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
COPULAS = frozenset({"sein", "bleiben", "heißen", "werden"})


class ClauseKind(StrEnum):
    """What a clause is to the one around it."""

    MAIN = "main"
    COMPLEMENT = "complement"
    RELATIVE = "relative"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    ADVERBIAL = "adverbial"
    VERBLESS = "verbless"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause; numbers are token indices, ranges exclusive at the end, ``parent`` an index into ``clauses(doc)``.

    ``tokens`` are the clause's own, embedded clauses left out; ``mood`` is "Ind", "Sub" or "" without a finite verb;
    ``tense`` is Pres, Past, Perf, Pluperf, Fut or ""; ``konjunktiv`` is 1 or 2 where ``mood`` is "Sub", else 0.
    ``modal`` is the lemma of a modal verb. ``joined`` says that the clause is coordinated
    with the one before it.
    """

    tokens: tuple[int, ...]
    start: int
    end: int
    kind: ClauseKind
    subordinator: int | None
    finite: int | None
    verbs: tuple[int, ...]
    lemma: str
    mood: str
    tense: str
    konjunktiv: int
    modal: str | None
    passive: bool
    negated: bool
    parent: int | None
    subject: Range | None
    objects: tuple[Range, ...]
    quoted: bool
    joined: bool


@lru_cache(maxsize=1)
def _negation() -> frozenset[str]:
    return frozenset(table("de", "clauses")["negation"])


def clauses(doc: Doc) -> tuple[Clause, ...]:
    """Give the clauses of ``doc`` in text order, computed once and kept with it."""
    found: tuple[Clause, ...] | None = doc.user_data.get("clauses")
    if found is None:
        found = tuple(_clauses(doc))
        doc.user_data["clauses"] = found
    return found


def _clauses(doc: Doc) -> list[Clause]:
    groups = {group.start: group for group in noun_groups(doc)}
    out: list[Clause] = []
    for start, end in _stretches(doc):
        drafts = sorted(assemble(doc, start, end), key=lambda draft: draft.tokens[0])
        place = {id(draft): len(out) + n for n, draft in enumerate(drafts)}
        for draft in drafts:
            parent = place.get(id(draft.parent)) if draft.parent else None
            out.append(_clause(doc, draft, groups, parent, out))
    return out


def _stretches(doc: Doc) -> Iterator[Range]:
    """Give the sentences; what no sentence can be is cut, so that no step grows with its square."""
    for first, last in _joined_sentences(doc):
        for start in range(first, last, LONGEST):
            yield start, min(start + LONGEST, last)


def _joined_sentences(doc: Doc) -> Iterator[Range]:
    """Give the sentences, those with a colon or a semicolon between them as one: *Er widersprach: Es brenne nicht.*"""
    begin: int | None = None
    for sentence in doc.sents:
        begin = sentence.start if begin is None else begin
        if doc[sentence.end - 1].text not in GOING_ON or sentence.end == len(doc):
            yield begin, sentence.end
            begin = None


def _clause(doc: Doc, draft: Draft, groups: dict[int, NounGroup], parent: int | None, earlier: list[Clause]) -> Clause:
    complex_ = verb_complex(doc, draft.tokens)
    own = [groups[i] for i in draft.tokens if i in groups]
    subject = _subject(doc, own, complex_.finite, complex_.lemma, draft)
    kind = ClauseKind(draft.kind)
    if kind is ClauseKind.MAIN and not complex_.verbs:
        kind = ClauseKind.VERBLESS
    asyndetic = (
        draft.kind == "main" and draft.parent is not None and draft.parent.kind == "main" and not complex_.passive
    )
    inherited = (
        (draft.joined or (asyndetic and (subject is None or _thing(doc, own, subject, complex_.finite))))
        and earlier
        and complex_.finite is not None
        and (subject is None or asyndetic or _verb_first(doc, draft, subject))
    )
    bare = [g for g in own if g.preposition is None and subject != g.bare and not is_time(doc, g)]
    objects = tuple(g.bare for g in bare if not (kind is ClauseKind.MAIN and _beside(g, subject, complex_.finite)))
    return Clause(
        tokens=tuple(draft.tokens), start=draft.tokens[0], end=draft.tokens[-1] + 1, kind=kind,
        subordinator=draft.subordinator,
        finite=complex_.finite, verbs=complex_.verbs, lemma=complex_.lemma, mood=complex_.mood, tense=complex_.tense,
        konjunktiv=complex_.konjunktiv, modal=complex_.modal, passive=complex_.passive or kind is ClauseKind.PARTICIPLE,
        negated=any(doc[i].lower_ in _negation() for i in draft.tokens), parent=parent,
        subject=_subject_before(earlier, complex_.mood) if inherited else subject, objects=objects, quoted=draft.quoted,
        joined=draft.joined,
    )  # fmt: skip


def _subject_before(earlier: list[Clause], mood: str) -> Range | None:
    """Give the subject of the clause before, or of the one that it is a part of, where that alone is told as a fact.

    *Die Rätin sagte, das Bad sei dicht, und kündigte Hilfe an*; *… teilte mit, dass es regnet, und ging*.
    """
    clause = earlier[-1]
    while clause.kind == ClauseKind.COMPLEMENT or (
        mood == "Ind" and clause.mood == "Sub" and clause.kind == ClauseKind.MAIN
    ):
        if clause.parent is None or clause.parent >= len(earlier):
            break
        clause = earlier[clause.parent]
    return clause.subject


def _beside(group: NounGroup, subject: Range | None, finite: int | None) -> bool:
    """Say whether a group stands between subject and verb, and so is said of it: *Eva Lund, die Witwe, kam*."""
    return subject is not None and finite is not None and subject[1] <= group.start < finite


def _verb_first(doc: Doc, draft: Draft, subject: Range) -> bool:
    """Say whether the verb follows the conjunction, so that the subject is the one before: *und schlug es auf*."""
    second = draft.tokens[1] if len(draft.tokens) > 1 else draft.tokens[0]
    return doc[draft.tokens[0]].tag_ == "KON" and doc[second].tag_.endswith("FIN") and doc[subject[0]].tag_ != "PPER"


def _subject(doc: Doc, groups: list[NounGroup], finite: int | None, lemma: str, draft: Draft) -> Range | None:
    """Choose the subject: a nominative pronoun at the verb, then the first group that form and number allow."""
    if finite is None:
        return None
    possible = [(n, g) for n, g in enumerate(groups) if _may_be_subject(doc, g)]
    candidates = [g for n, g in possible if not (n and _attached(doc, groups[n - 1], g))]
    if not candidates and draft.kind == "main" and finite == draft.tokens[0]:
        # *sagte in Hamar der Wirt*: where nobody else is there, it is no genitive.
        candidates = [g for _, g in possible]
    if _cut_off(doc, finite, draft):
        candidates = [g for g in candidates if g.start > finite] or candidates
    sure = [g for g in candidates if g.case == "N" and doc[g.head].tag_ in {"PPER", "PIS"}]
    if sure:
        return sure[0].bare
    whole = _coordinated_vorfeld(doc, candidates, finite, draft)
    if whole is not None:
        return whole
    plural = "Plur" in doc[finite].morph.get("Number", [])
    agreeing = [
        g for g in candidates if not g.number or (g.number == "Plur") == plural or _coordinated(doc, g)
    ] or candidates
    if not agreeing:
        return None
    if (
        draft.kind == "relative"
        and len(agreeing) > 1
        and doc[agreeing[0].head].tag_ == "PRELS"
        and agreeing[0].case == "NA"
    ):
        clear = [g for g in agreeing[1:] if "A" not in g.case or g.case == ""]
        return (clear or agreeing)[0].bare
    parsed = _parsed_subject(doc, agreeing, draft)
    return _first_or_clear(doc, agreeing, finite, lemma, parsed)


def _parsed_subject(doc: Doc, candidates: list[NounGroup], draft: Draft) -> NounGroup | None:
    """Give the group that a parser, where the pipeline has one, takes for the subject of one of the clause's words."""
    own = set(draft.tokens)
    return next((g for g in candidates if doc[g.head].dep_ in SUBJECTS and doc[g.head].head.i in own), None)


def _first_or_clear(doc: Doc, agreeing: list[NounGroup], finite: int, lemma: str, parsed: NounGroup | None) -> Range:
    """Give the parser's subject or the first group, unless one behind the verb is surely one (*Dies sagte der Rat*)."""
    first = agreeing[0]
    behind = [g for g in agreeing[1:] if finite < g.start <= finite + 3]
    if first.start < finite and behind and _object_first(doc, first, behind[0], finite, lemma):
        return behind[0].bare
    if first.start < finite and behind and _object_behind(doc, first, behind[0], finite, lemma):
        return first.bare
    if first.start < finite and behind and first.case in {"NA", ""}:
        sure = behind[0].case.startswith("N") and "A" not in behind[0].case
        pointing = (
            doc[first.head].tag_ == "PDS"
            and doc[behind[0].head].tag_ in {"NN", "NE", "NNA"}
            and doc[finite].lemma_ not in COPULAS
        )
        if sure or pointing:
            return behind[0].bare
    if parsed is not None:
        return parsed.bare
    clear = next((g for g in agreeing if g.case.startswith("N") and "A" not in g.case), None)
    if (
        clear is not None
        and clear is not first
        and first.case in {"NA", ""}
        and doc[first.head].tag_ not in {"NE", "NN", "NNA", "FM"}
    ):
        return clear.bare
    return first.bare


def _thing(doc: Doc, groups: list[NounGroup], subject: Range, finite: int | None) -> bool:
    """Say whether what was taken for a subject of a verb of speaking is a thing: *…, erkannte die Wahl nicht an*."""
    group = next((g for g in groups if g.bare == subject and finite is not None and g.start > finite), None)
    speaks = finite is not None and doc[finite].lemma_ in _speaking()
    return speaks and group is not None and "A" in group.case and _abstract(doc, group)


def _cut_off(doc: Doc, finite: int, draft: Draft) -> bool:
    """Say whether a comma, the only one, parts words without a verb from a verb: *Drei Tote, meldet die Wache*."""
    full = doc[finite].tag_ in {"VVFIN", "VMFIN"}
    if draft.kind != "main" or not full or finite <= draft.tokens[0] or doc[finite - 1].text != ",":
        return False
    commas = sum(doc[i].tag_ == "$," for i in range(draft.tokens[0], finite))
    behind = doc[finite + 1].tag_ if finite + 1 < len(doc) else ""
    return commas == 1 and behind in {"ART", "PPOSAT", "PPER", "NN", "NE", "ADJA", "$("}


def _object_first(doc: Doc, first: NounGroup, behind: NounGroup, finite: int, lemma: str) -> bool:
    """Say whether a thing stands before a verb of speaking: *Die Absicherung nannte Weber nötig*."""
    speaks = doc[finite].lemma_ in _speaking() or (doc[finite].tag_ == "VVFIN" and lemma in _speaking())
    if not speaks or "A" not in (first.case or "A") or not _abstract(doc, first):
        return False
    return _acting(doc, behind) and "A" not in (behind.case.replace("NA", "") or "N")


def _object_behind(doc: Doc, first: NounGroup, behind: NounGroup, finite: int, lemma: str) -> bool:
    """Say whether somebody stands before a verb of speaking, a thing behind it: *Ihr Anwalt erneuerte die Kritik*."""
    speaks = doc[finite].tag_ == "VVFIN" and lemma in _speaking()
    return speaks and _acting(doc, first) and "N" in (first.case or "N") and _abstract(doc, behind)


def _abstract(doc: Doc, group: NounGroup) -> bool:
    """Say whether a group is a thing by the ending of its noun: *die Forderung*, but not *die Regierung*."""
    word = doc[group.head]
    thing = word.lower_.endswith(_endings()) or word.text in _said()
    return word.tag_ == "NN" and thing and not _acting(doc, group)


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    return tuple(table("de", "clauses")["abstract_endings"])


@lru_cache(maxsize=1)
def _said() -> frozenset[str]:
    """Give the nouns of what somebody says: *Vorwürfe*, *Berichte*."""
    return frozenset(word for group in table("de", "attribution")["noun"] for word in group["words"])


def _acting(doc: Doc, group: NounGroup) -> bool:
    """Say whether a group is a name, a person or a body."""
    return any(doc[i].tag_ in {"NE", "FM"} or head(doc[i].text) is not None for i in range(group.bare[0], group.end))


@lru_cache(maxsize=1)
def _speaking() -> frozenset[str]:
    acts = (lemma for act in table("de", "attribution")["act"] for lemma in act["lemmas"])
    return frozenset((*table("de", "names")["verbs"]["human"], *acts)) - {"machen", "halten"}


def _coordinated_vorfeld(doc: Doc, candidates: list[NounGroup], finite: int, draft: Draft) -> Range | None:
    """Give the first group where it opens a coordination before the verb: *der Rat, der Bund und das Land sagten*."""
    if draft.kind != "main" or not candidates or candidates[0].start > draft.tokens[min(1, len(draft.tokens) - 1)]:
        return None
    between = [i for i in draft.tokens if candidates[0].end <= i < finite]
    joined = any(doc[i].tag_ == "KON" or doc[i].lower_ == "auch" for i in between)
    return candidates[0].bare if joined and "Plur" in doc[finite].morph.get("Number", []) else None


def _attached(doc: Doc, before: NounGroup, group: NounGroup) -> bool:
    """Say whether a group belongs to the one before: a genitive, or coordinated with it under a preposition."""
    if group.start == before.end:
        # *sagte am Montag der Wirt*: a day has nothing in the genitive.
        return (
            not is_weekday(doc[before.head].text)
            and "G" in group.case
            and doc[before.head].tag_ in {"NN", "NE", "NNA", "NNI"}
        )
    joined = group.start == before.end + 1 and doc[before.end].tag_ == "KON"
    return joined and before.preposition is not None


def _may_be_subject(doc: Doc, group: NounGroup) -> bool:
    word = doc[group.head]
    age = word.tag_ == "CARD" and word.text.endswith(".")  # *sagte Eva Lund, 61.*
    if group.preposition is not None or word.tag_ == "PRF" or age or is_time(doc, group):
        return False
    return not group.case or "N" in group.case


def _coordinated(doc: Doc, group: NounGroup) -> bool:
    near = doc[group.end : group.end + 1].text
    return (
        bool(near) and doc[group.end].tag_ in {"KON", "$,"} and not (doc[group.end].tag_ == "$," and group.number == "")
    )
