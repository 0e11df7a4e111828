"""Verbs that with their objects report an act of speech: *forderte höhere Löhne*, *sprach von einem Versehen*."""

from typing import Any

from quellenlage.reading.attribution.passage import Passage

PERSON, BODY = "PER", "ORG"
# So many words behind a noun for figures its figure follows.
BEHIND = 3


def speaks(passage: Passage, n: int) -> bool:
    """Say whether a clause reports an act of speech."""
    return act_of(passage, n) is not None


def speaks_of(passage: Passage, n: int) -> bool:
    """Say whether a clause names behind a preposition what is said: *Die Wacht spricht von drei Verletzten*."""
    act = act_of(passage, n)
    words = (passage.doc[i] for i in passage.clauses[n].tokens)
    return act is not None and any(w.lower_ in act["objects"] and w.tag_ in {"APPR", "APPRART"} for w in words)


def act_of(passage: Passage, n: int) -> dict[str, Any] | None:
    """Give the kind of act that a clause reports by its verb and object."""
    clause = passage.clauses[n]
    if clause.modal is not None and clause.modal not in passage.words["acting"]["modals"]:
        return None
    for act in passage.words["act"]:
        if clause.lemma not in act["lemmas"] or (act.get("addressed") and not _addresses(passage, n)):
            continue
        told = bool(act.get("figure")) and _figure(passage, n, act) and can_speak(passage, n)
        if act.get("figure") and not told:
            continue
        if told or _has_object(passage, n, act["objects"]):
            found: dict[str, Any] = act
            return found
    return None


def _figure(passage: Passage, n: int, act: dict[str, Any]) -> bool:
    """Say whether a clause names a figure behind the act's preposition or as its object: *kommt auf 2300 Stellen*."""
    clause, doc = passage.clauses[n], passage.doc
    if act.get("past") and clause.tense == "Pres":
        return False
    for group in passage.groups_in(n):
        if group.bare == clause.subject:
            continue
        before, noun = "acc" if group.preposition is None else doc[group.preposition].lower_, doc[group.head].lower_
        if before not in act["objects"] or noun in passage.words["no_act"]["reached"]:
            continue
        # „bei ihrer Zahl von 4000 Seiten“
        end = group.end + BEHIND if noun in passage.words["no_act"]["figures"] else group.end
        if any(doc[i].tag_ == "CARD" for i in range(group.start, min(end, clause.end))):
            return True
    return False


def can_speak(passage: Passage, n: int) -> bool:
    """Say whether the subject of a clause is somebody: a name of a person or a body, or a noun for one."""
    subject = passage.clauses[n].subject
    words = [passage.doc[i] for i in range(*subject)] if subject else []
    return any(word.ent_type_ in {PERSON, BODY} or word.lower_.endswith(passage.somebody) for word in words)


def _addresses(passage: Passage, n: int) -> bool:
    """Say whether a clause names whom it calls on, as an object without a preposition."""
    doc = passage.doc
    bare = [(a, b) for a, b in passage.clauses[n].objects if a == 0 or doc[a - 1].tag_ not in {"APPR", "APPRART"}]
    return any(doc[i].tag_ in {"NN", "NE", "NNA", "PPER"} for a, b in bare for i in range(a, b))


def _has_object(passage: Passage, n: int, kinds: list[str]) -> bool:
    clause, doc = passage.clauses[n], passage.doc
    words = {doc[i].lower_ for i in clause.tokens}
    if "none" in kinds:
        # „Die Angaben widersprechen sich“ denies nothing.
        return not any(doc[i].tag_ == "PRF" for i in clause.tokens)
    if clause.lemma in passage.words["no_act"]["reflexive"] and any(doc[i].tag_ == "PRF" for i in clause.tokens):
        return False
    if "acc" in kinds:
        if any(
            doc[i].lower_.endswith(tuple(passage.words["no_act"]["objects"]))
            for a, b in clause.objects
            for i in range(a, b)
        ):
            return False
        if _measure(passage, n):
            return True
        objects = [doc[i].tag_ for a, b in clause.objects for i in range(a, b)]
        return clause.passive or any(tag in {"NN", "NE", "NNA", "PDS"} for tag in objects)
    pointing = any(doc[i].tag_ == "PDS" for a, b in clause.objects for i in range(a, b))
    return any(kind in words for kind in kinds) or (pointing and "pointing" in kinds)


def _measure(passage: Passage, n: int) -> bool:
    """Say whether somebody demands a length of time: *forderte fünf Jahre Haft*."""
    clause = passage.clauses[n]
    demands = any(clause.lemma in act["lemmas"] for act in passage.words["act"] if act["name"] == "demand")
    bare = (group for group in passage.groups_in(n) if group.preposition is None and group.bare != clause.subject)
    return demands and any(passage.doc[group.start].tag_ == "CARD" for group in bare)
