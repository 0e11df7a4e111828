"""Whether the clause around an expression looks back or ahead: by tense, auxiliaries and verbs of planning."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from quellenlage.language import Language
from quellenlage.model import Span

PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
BEFORE_NOUN = 3
REACH = 60
BREAKS = frozenset({"$,", "$.", "$("})
ADVERBIAL = frozenset({"ADV", "APPR", "APPRART", "KOUS", "PROAV"})
NAMING = frozenset({"NN", "NE", "PIS", "PPER", "PDS"})
ANNOUNCED, UNREAL = "announced", "unreal"


class Place(NamedTuple):
    """Where an expression stands: its sentence by number, and the paragraph that sentence is in."""

    sentence: int
    paragraph: int


class Tense(NamedTuple):
    """``past``, ``future``, ``present`` or, where nothing says so, ``none``; firm where the clause has its own verb.

    ``announced`` is the past of a verb of planning: *kündigte am Montag für Freitag an* looks back and ahead.
    ``unreal`` is the past of Konjunktiv II: what was, in reported speech, or what would have been.
    """

    direction: str
    firm: bool


class Tenses:
    """Reads tense from a ``Doc``; what it looks at around a place is bounded, so that a text costs linear time."""

    def __init__(self, doc: Doc, text: str, language: Language) -> None:
        self.doc = doc
        table = doc.to_array(["IDX", "SENT_START"])
        self.starts: list[int] = table[:, 0].tolist()
        self.sentences = [i for i, start in enumerate(table[:, 1].tolist()) if start == 1 or i == 0]
        data = language.table("tense")
        self.lists = {name: frozenset(words) for name, words in data.items()}
        self.breaks = [match.start() for match in PARAGRAPH.finditer(text)]

    def place(self, offset: int) -> Place:
        """Say in which sentence and paragraph a code point stands."""
        token = self._token(offset)
        return Place(bisect_right(self.sentences, token), bisect_right(self.breaks, offset))

    def tense(self, span: Span) -> Tense:
        """Read the tense of the clause around an expression, or else of the nearest one in its sentence."""
        if not self.starts:
            return Tense("none", False)
        here, behind = self._token(span.start), self._token(span.end - 1)
        number = bisect_right(self.sentences, here)
        begin = max(self.sentences[number - 1] if number else 0, here - REACH)
        end = min(self.sentences[number] if number < len(self.sentences) else len(self.doc), here + REACH)
        words = [self.doc[i] for i in range(begin, max(end, behind + 1))]
        if attribute := self._attribute(words[behind - begin + 1 :][:BEFORE_NOUN]):
            return Tense(attribute, False)
        clause = _clause(words, here - begin, behind - begin)
        finite = _nearest([words[i] for i in clause], here)
        if finite is not None:
            return Tense(self._tense(finite, words, clause), True)
        return Tense(self._beside(words, clause, here), False)

    def _beside(self, words: Sequence[Token], clause: Sequence[int], here: int) -> str:
        """Read the tense of a clause without a finite verb: its own participle, or the verb nearest to it."""
        if _is_participial(words, clause) or self._is_perfect_infinitive([words[i] for i in clause]):
            return "past"
        instead = bool(clause) and words[clause[0]].lower_ in self.lists["instead"]
        finite = _nearest(words[: clause[0]] if instead else words, here)
        if finite is not None and self._is_state_behind(finite, words, clause):
            return "none"
        if finite is not None:
            at = finite.i - words[0].i
            disclosed = self._is_disclosed(finite, words, at, clause)
            return "future" if disclosed else self._tense(finite, words, _clause(words, at, at))
        participles = [words[i] for i in clause if words[i].tag_ == "VVPP"]
        return self._by_participle(participles) if participles else "none"

    def acts(self, span: Span) -> bool:
        """Say whether a number that could be a year is what its clause speaks of: *Nach dem Plan werden 1700 gebaut*.

        The clause begins with something else, its verb is a plural, and behind the number no noun is left.
        """
        here = self._token(span.start) if self.starts else 0
        if here < 2 or not self.doc[here - 1].tag_.endswith("FIN") or not _is(self.doc[here - 1], "Number", "Plur"):
            return False
        words = list(self.doc[max(0, here - REACH) : here + REACH])
        clause = [words[i] for i in _clause(words, min(here, REACH), min(here, REACH))]
        behind = [word.tag_ for word in clause if word.i > here]
        return clause[0].tag_ in ADVERBIAL and "VVPP" in behind and not NAMING & set(behind)

    def _is_perfect_infinitive(self, clause: Sequence[Token]) -> bool:
        """Say whether a clause ends in *gestohlen zu haben*, *geflohen zu sein*."""
        tags = [word.tag_ for word in clause[-3:]]
        return tags == ["VVPP", "PTKZU", "VAINF"] and clause[-1].lemma_ in self.lists["perfect"]

    def _is_state_behind(self, finite: Token, words: Sequence[Token], clause: Sequence[int]) -> bool:
        """Say whether what follows a line and a colon only says how it is now: *Erdrutsch am Montag: Sie ist zu.*"""
        colon = clause[-1] + 1 if clause else len(words)
        leads = colon < len(words) and words[colon].text == ":" and finite.i > words[colon].i
        return leads and finite.lemma_ in self.lists["perfect"] | self.lists["remaining"]

    def _is_disclosed(self, finite: Token, words: Sequence[Token], at: int, clause: Sequence[int]) -> bool:
        """Say whether an infinitive is what somebody made known: *Sie hatte mitgeteilt, im Mai zu schließen*."""
        own = [words[i] for i in clause]
        to = any(w.tag_ in {"VVIZU", "PTKZU"} for w in own)
        if not to or any(w.tag_ in {"VAINF", "VVPP"} for w in own):
            return False
        speaking = _clause(words, at, at)
        above = {words[i].lemma_ for i in speaking if words[i].tag_[:2] == "VV"} | {_lemma(finite, words, speaking)}
        return not above.isdisjoint(self.lists["disclosing"])

    def _token(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    def _attribute(self, following: Sequence[Token]) -> str | None:
        """Read the participle that an expression belongs to: *die am Montag veröffentlichte Liste*."""
        for word in following:
            if word.tag_ in {"NN", "NE", "VVFIN", "VAFIN", "VMFIN"} or word.tag_ in BREAKS:
                return None
            if word.tag_ == "ADJA":
                return self._by_adjective(word.lower_)
        return None

    def _by_adjective(self, word: str) -> str | None:
        if word.startswith(tuple(self.lists["announced"])):
            return ANNOUNCED
        if word.startswith(tuple(self.lists["planned"])):
            return "future"
        if word in self.lists["no_participles"]:
            return None
        ending = word.endswith(tuple(self.lists["participle_endings"]))
        return "past" if ending and word.startswith(tuple(self.lists["participle_prefixes"])) else None

    def _by_participle(self, clause: Sequence[Token]) -> str:
        return "future" if any(w.lower_ in self.lists["planned"] for w in clause) else "past"

    def _tense(self, finite: Token, words: Sequence[Token], clause: Sequence[int]) -> str:
        lists = self.lists
        lemma = _lemma(finite, words, clause)
        others = [w for i in clause if (w := words[i]).tag_[:1] == "V" and w is not finite]
        if lemma in lists["perfect"] and not others:
            others = [w for w in words[clause[-1] + 1 :] if w.tag_ in {"VVPP", "VAPP", "VMPP"}][:1]
        # *hat gehen müssen*, but not *hätte gehen sollen*
        had_to = any(w.tag_ == "VMINF" for w in others) and not _is(finite, "Tense", "Past")
        instead = lemma in lists["active"] and had_to
        participle = instead or any(w.tag_.endswith("PP") for w in others) or self._looks_back(lemma, words, clause)
        if lemma in lists["planning"] and _is(finite, "Tense", "Past"):
            return ANNOUNCED
        if participle and any(w.lower_ in lists["planned"] for w in others):
            return self._planned(finite, lemma)
        if lemma in lists["planning"]:
            return "future"
        if lemma in lists["future"]:
            return _future(finite, ahead=bool(others))
        if lemma in lists["modal"]:
            return self._modal(finite, others)
        state = any(w.lower_ in lists["state"] for w in others) and not any(w.lower_ == "worden" for w in others)
        return _plain(finite, perfect=lemma in lists["perfect"] and participle and not state)

    def _looks_back(self, lemma: str, words: Sequence[Token], clause: Sequence[int]) -> bool:
        """Say whether an auxiliary stands with a participle that looks like another form: *ist … erlegen*."""
        return lemma in self.lists["perfect"] and any(words[i].lower_ in self.lists["look_alikes"] for i in clause)

    def _planned(self, finite: Token, lemma: str) -> str:
        """*hatte angekündigt* looks back and ahead, *ist geplant* ahead, *war geplant* may be either."""
        if lemma in self.lists["active"]:
            return ANNOUNCED
        return "open" if lemma in self.lists["perfect"] and _is(finite, "Tense", "Past") else "future"

    def _modal(self, finite: Token, others: Sequence[Token]) -> str:
        if any(w.lower_ in self.lists["past_infinitive"] for w in others):
            return "past"
        if any(w.tag_.endswith("PP") for w in others) and any(w.lemma_ in self.lists["perfect"] for w in others):
            return "present"
        if not _is(finite, "Tense", "Past"):
            return "future"
        return "past" if _is(finite, "Mood", "Ind") and finite.lemma_ not in self.lists["wish"] else "none"


def _lemma(finite: Token, words: Sequence[Token], clause: Sequence[int]) -> str:
    """Give the lemma of a clause's verb with its particle: *kündigte … an*."""
    return "".join(w.lower_ for i in clause if (w := words[i]).tag_ == "PTKVZ") + finite.lemma_


def _future(finite: Token, ahead: bool) -> str:
    """*wird tagen*, *wird eröffnet*, *würde tagen*; but *wurde eröffnet* is past and *wird alt* present."""
    if not _is(finite, "Tense", "Past"):
        return "future" if ahead else "present"
    return "future" if _is(finite, "Mood", "Sub") else "past"


def _plain(finite: Token, perfect: bool) -> str:
    """What tense alone says; *käme* says nothing, but *hätten gesehen* is how reported speech looks back."""
    if _is(finite, "Tense", "Past") and _is(finite, "Mood", "Sub"):
        return UNREAL if perfect else "none"
    return "past" if perfect or _is(finite, "Tense", "Past") else "present"


def _is_participial(words: Sequence[Token], clause: Sequence[int]) -> bool:
    """Say whether a clause around a bare participle stands before the verb: *Das Gesetz, im Mai gebilligt, tritt …*."""
    last = clause[-1]
    before = {word.tag_ for word in words[: clause[0]]}
    inserted = words[last].tag_ == "VVPP" and [w.text == "," for w in words[last + 1 : last + 2]] == [True]
    return inserted and any(_is_finite(w) for w in words[last + 2 : last + 3]) and before.isdisjoint({"VAFIN", "VMFIN"})


def _is(word: Token, feature: str, value: str) -> bool:
    return value in word.morph.get(feature, [])


def _is_finite(word: Token) -> bool:
    return word.tag_.endswith("FIN") or _is(word, "VerbForm", "Fin")


def _clause(words: Sequence[Token], first: int, last: int) -> list[int]:
    """Give the places of the words of the clause around an expression, what stands in brackets left out.

    A comma right behind an expression that holds one itself ends an apposition (*Montag, der 9. Mai,*), no clause.
    """
    apposed = last + 1 < len(words) and words[last + 1].text == "," and any(w.text == "," for w in words[first:last])
    left = _until_break(words, range(first - 1, -1, -1), ")", "(")
    right = _until_break(words, range(last + 1 + apposed, len(words)), "(", ")")
    return [*reversed(left), *range(first, last + 1), *right]


def _until_break(words: Sequence[Token], places: range, opening: str, closing: str) -> list[int]:
    out, depth = [], 0
    for i in places:
        text = words[i].text
        if text == opening:
            depth += 1
        elif text == closing and depth:
            depth -= 1
        elif not depth and words[i].tag_ in BREAKS:
            break
        elif not depth:
            out.append(i)
    return out


def _nearest(words: Sequence[Token], place: int) -> Token | None:
    return min((w for w in words if _is_finite(w)), key=lambda w: abs(w.i - place), default=None)
