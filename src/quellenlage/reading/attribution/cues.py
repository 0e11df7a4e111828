"""The words that say that somebody says something: verbs, adjectives and nouns with a content of their own."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from quellenlage.language import table
from quellenlage.model import Medium, Stance
from quellenlage.reading.attribution.act_verbs import speaks
from quellenlage.reading.attribution.passage import Passage
from quellenlage.reading.attribution.source import is_heard


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a clause: its tokens, what it says of medium and stance, and the noun that carries it, if one does."""

    name: str
    tokens: tuple[int, ...]
    medium: Medium
    stance: Stance
    noun: int | None = None


@lru_cache(maxsize=8)
def _lexicon(code: str) -> dict[str, dict[str, dict[str, Any]]]:
    data = table(code, "attribution")
    verbs: dict[str, dict[str, Any]] = {}
    for group in data["verb"]:
        for lemma in group["lemmas"]:
            verbs.setdefault(lemma, group)
    nouns = {word: group for group in data["noun"] for word in group["words"]}
    return {"verb": verbs, "noun": nouns}


def verb_cue(passage: Passage, n: int) -> Cue | None:
    """Give the cue of a clause whose main verb says something, an adjective or a noun with a light verb included."""
    clause = passage.clauses[n]
    if not clause.verbs or _is_due(passage, n) or is_own_voice(passage, n) or _of_itself(passage, n):
        return None
    group = _lexicon(passage.language.code)["verb"].get(_saying(passage, n))
    if group is not None:
        return _cue(group, clause.verbs + _companions(passage, n))
    return _adjective_cue(passage, n) or _light_verb_cue(passage, n)


def reports(passage: Passage, n: int) -> bool:
    """Say whether the main verb of a clause says something, whoever does."""
    return _saying(passage, n) in _lexicon(passage.language.code)["verb"]


def _saying(passage: Passage, n: int) -> str:
    """Give the lemma that says something: that of *ließ wissen* is one verb."""
    clause = passage.clauses[n]
    words = passage.words["framing"]
    lets = clause.finite is not None and passage.doc[clause.finite].lemma_ in passage.words["letting"]["verbs"]
    if lets and clause.lemma in passage.words["letting"]["known"]:
        return clause.lemma + "lassen"
    if is_heard(passage, n):
        return clause.lemma + "sein"
    beside = (word for word in passage.words["beside"].get(clause.lemma, ()) if _has(passage, n, word))
    if word := next(beside, ""):
        return f"{word}{clause.lemma}"
    if is_named(passage, n):
        return ""
    frames_only = clause.lemma in {*words["lemmas"], *words["wanting"]["lemmas"]}
    return "" if frames_only and not in_frame(passage, n) else clause.lemma


def other_voice(passage: Passage, n: int) -> bool:
    """Say whether a clause that follows without *und* is somebody else's word: *…, Bonn bestreitet dies*."""
    clause = passage.clauses[n]
    return clause.kind == "main" and clause.mood == "Ind" and (verb_cue(passage, n) is not None or speaks(passage, n))


def is_named(passage: Passage, n: int) -> bool:
    """Say whether the subject has a name or a meaning, so that nobody says it: *Das heißt nicht, dass …*."""
    clause, words = passage.clauses[n], passage.words["thing_subject"]
    if clause.subject is None:
        return False
    if clause.lemma in words["naming"]:
        return passage.doc[clause.subject[0]].lower_ not in passage.words["empty_subject"]["words"]
    subject = (passage.doc[i].lower_ for i in range(*clause.subject))
    return clause.lemma in words["wording"] and any(word.endswith(tuple(words["names"])) for word in subject)


def in_frame(passage: Passage, n: int) -> bool:
    """Say whether a clause with a verb that else says nothing is a frame: behind a comma, verb first, or with *wie*."""
    clause, words = passage.clauses[n], passage.words["framing"]
    wants = clause.modal == words["wanting"]["modal"] and clause.lemma in words["wanting"]["lemmas"]
    if not wants and (clause.modal is not None or clause.lemma not in words["lemmas"]):
        return False
    if clause.subordinator is not None:
        return passage.doc[clause.subordinator].lower_ in passage.words["trailing"]["comparing"]
    return bool(clause.finite) and passage.doc[(clause.finite or 1) - 1].text == ","


def _has(passage: Passage, n: int, word: str) -> bool:
    return any(passage.doc[i].lower_ == word for i in passage.clauses[n].tokens)


def _is_due(passage: Passage, n: int) -> bool:
    """Say whether something is still to be said, and nobody says it: *damit ist zu rechnen*, *es bleibt zu sagen*."""
    clause, doc = passage.clauses[n], passage.doc
    waiting = clause.finite is not None and doc[clause.finite].lemma_ in passage.words["still_to_say"]["verbs"]
    due = waiting and any(doc[i].tag_ in {"PTKZU", "VVIZU"} for i in clause.verbs)
    return due and not is_heard(passage, n)


def is_own_voice(passage: Passage, n: int) -> bool:
    """Say whether the writer speaks, not somebody reported: *ich*, *wir*, *man kann sagen* outside quotation marks."""
    clause = passage.clauses[n]
    if clause.quoted or clause.subject is None or clause.mood == "Sub":
        return False
    words, subject = passage.words["own_voice"], passage.doc[clause.subject[0]].lower_
    return subject in words["pronouns"] or (subject in words["anybody"] and clause.modal in words["modals"])


def _of_itself(passage: Passage, n: int) -> bool:
    """Say whether a verb says nothing for its *sich*: *Die Vermutung bestätigt sich, dass …*."""
    clause = passage.clauses[n]
    reflexive = any(passage.doc[i].tag_ == "PRF" for i in clause.tokens)
    return reflexive and clause.lemma in passage.words["no_act"]["reflexive"]


def _cue(group: dict[str, Any], tokens: tuple[int, ...], noun: int | None = None) -> Cue:
    return Cue(group["name"], tuple(sorted(set(tokens))), Medium(group["medium"]), Stance(group["stance"]), noun)


def _companions(passage: Passage, n: int) -> tuple[int, ...]:
    """Give the correlate (*davon ausgehen*), the reflexive and the empty subject (*heißt es*) of a cue verb."""
    clause, doc = passage.clauses[n], passage.doc
    words = {*passage.words["correlates"]["words"], *passage.words["beside"].get(clause.lemma, ())}
    empty = clause.lemma in passage.words["thing_subject"]["lemmas"]
    return tuple(
        i
        for i in clause.tokens
        if doc[i].lower_ in words
        or doc[i].tag_ == "PRF"
        or ((empty or clause.passive) and doc[i].lower_ in passage.words["empty_subject"]["words"])
    ) + _with_words(passage, n)


def _with_words(passage: Passage, n: int) -> tuple[int, ...]:
    """Give *mit den Worten*, *mit folgenden Worten*."""
    doc, words = passage.doc, passage.words["support"]["with_words"]
    for group in passage.groups_in(n):
        if (
            group.preposition is not None
            and doc[group.preposition].lower_ in words["prepositions"]
            and doc[group.head].lower_ in words["nouns"]
        ):
            return tuple(range(group.start, group.end))
    return ()


def _adjective_cue(passage: Passage, n: int) -> Cue | None:
    clause, doc = passage.clauses[n], passage.doc
    for group in passage.words["adjective"]:
        if any(doc[i].lemma_ in group["verbs"] for i in clause.verbs):
            found = [i for i in clause.tokens if doc[i].lower_ in group["words"]]
            if found:
                return _cue(group, (*clause.verbs, *found, *_companions(passage, n)))
    return None


def _light_verb_cue(passage: Passage, n: int) -> Cue | None:
    clause, doc = passage.clauses[n], passage.doc
    support = passage.words["support"]
    verbs = {*support["verbs"], *support["existing"]}
    loud = tuple(i for i in clause.tokens if doc[i].lower_ in support["loud"] and doc[i].tag_ == "ADJD")
    if not loud and not any(doc[i].lemma_ in verbs for i in clause.verbs):
        return None
    nouns = _lexicon(passage.language.code)["noun"]
    for group in passage.groups_in(n):
        if (
            group.preposition is not None
            and doc[group.preposition].lower_ not in passage.words["support"]["prepositions"]
        ):
            continue
        if doc[group.head].text in nouns and (clause.subject != group.bare or _is_said(passage, n)):
            tokens = (*clause.verbs, *loud, *range(group.start, group.end))
            return _cue(nouns[doc[group.head].text], tokens, group.head)
    return None


def _is_said(passage: Passage, n: int) -> bool:
    """Say whether the subject itself is said: *es besteht der Verdacht*, *Vorwürfe werden laut*, *… wurde geäußert*."""
    clause, words = passage.clauses[n], passage.words["support"]
    loud = any(passage.doc[i].lower_ in words["loud"] for i in clause.tokens)
    return clause.passive or loud or any(passage.doc[i].lemma_ in words["existing"] for i in clause.verbs)


def noun_cue(passage: Passage, i: int) -> Cue | None:
    """Give the cue of a noun with a content of its own, by the token of the noun."""
    word = passage.doc[i].text
    nouns = _lexicon(passage.language.code)["noun"]
    compound = not word.lower().endswith(tuple(passage.words["no_noun"]["endings"]))
    group = nouns.get(word) or next((nouns[w] for w in nouns if compound and word.endswith(w.lower())), None)
    return _cue(group, (i,), i) if group is not None and passage.doc[i].tag_ == "NN" else None
