"""What leaves an event open: a condition, a question, an adverb, or the clause above."""

from collections.abc import Iterator

from quellenlage.model import Status
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.negation import is_of_other_half

OPEN = frozenset({Status.PLANNED, Status.ONGOING, Status.POSSIBLE})


def uncertain(context: Context, clause: int, token: int, found: Status) -> bool:
    """Say whether a condition, a question, an adverb or the clause above leaves the event of a verb open."""
    c, words = context.clauses[clause], context.words
    if is_whether(context, clause):
        return True
    if _opener(context, clause) in words["clauses"]["conditional"] or verb_first(context, clause):
        return found is not Status.HAPPENED or c.tense == "Pres"
    if c.kind != "main" and context.doc[c.tokens[0]].lower_ in words["clauses"]["open_question"]:
        return c.tense in {"Pres", "Fut"}
    if perhaps(context, clause, token) or (found in OPEN and _conditioned(context, clause)):
        return True
    if found in OPEN and c.kind == "complement" and c.parent is not None:
        return leaves_open(context, c.parent)
    return asked(context, clause) or ordered(context, clause)


def is_whether(context: Context, clause: int) -> bool:
    """Say whether a clause is an indirect question, of whatever tense: *ob gezahlt wurde*, but no *als ob*."""
    opener = context.clauses[clause].subordinator
    if opener is None or context.doc[opener].lower_ not in context.words["clauses"]["whether"]:
        return False
    return opener == 0 or context.doc[opener - 1].lower_ not in context.words["clauses"]["of_one_moment"]


def ordered(context: Context, clause: int) -> bool:
    """Say whether somebody is told to do it: *Treten Sie zurück!*"""
    c, words = context.clauses[clause], context.words["orders"]
    if c.finite is None or c.tense not in {"Pres", ""} or c.finite + 1 >= len(context.doc):
        return False
    if context.doc[c.finite].tag_ == "VVIMP":
        return True
    behind = context.doc[c.finite + 1]
    addressed = behind.is_title and behind.lower_ in words["addressed"]
    ends = (context.doc[i].text for i in range(c.end, min(c.end + 2, len(context.doc))))
    return addressed and any(text in words["ends"] for text in (*ends, context.doc[c.end - 1].text))


def perhaps(context: Context, clause: int, token: int) -> bool:
    """Say whether an adverb of the clause leaves open what a word of it tells: *Womöglich kommt er*."""
    possible = context.words["adverbs"]["possible"]
    found = [i for i in context.clauses[clause].tokens if context.doc[i].lower_ in possible]
    return any(not is_of_other_half(context, clause, token, i) for i in found)


def _opener(context: Context, clause: int) -> str:
    opener = context.clauses[clause].subordinator
    return context.doc[opener].lower_ if opener is not None else ""


def verb_first(context: Context, clause: int) -> bool:
    """Say whether the clause is a condition without conjunction: *Sollte sie kommen, …*, *Fällt der Zug aus, …*."""
    c = context.clauses[clause]
    if c.finite is None or c.finite != c.tokens[0] or asked(context, clause) or _opened(context, clause):
        return False
    hypothetical = c.mood == "Sub" or c.modal in context.words["modals"]["conditional"]
    return hypothetical or (c.tense == "Pres" and _verb_follows(context, clause))


def _opened(context: Context, clause: int) -> bool:
    """Say whether a clause below it stands in front of its verb: *Wie das Blatt schreibt, soll sie gekommen sein*."""
    if not clause:
        return False
    before, here = context.clauses[clause - 1], context.clauses[clause]
    first = context.doc[before.start].sent.start == before.start and context.doc[here.start].sent.start == before.start
    return first and before.kind not in {"main", "verbless"} and before.subordinator is not None


def _verb_follows(context: Context, clause: int) -> bool:
    """Say whether the next clause of the sentence begins with its verb, behind a comma."""
    if clause + 1 >= len(context.clauses):
        return False
    here, after = context.clauses[clause], context.clauses[clause + 1]
    comma = context.doc[after.start - 1].text == "," and context.doc[after.start].sent == context.doc[here.start].sent
    return comma and after.finite is not None and after.finite == after.tokens[0] and bool(context.groups_of(clause))


def _conditioned(context: Context, clause: int) -> bool:
    """Say whether a neighbour in its sentence is its condition: *Sollte es regnen, wird verlegt*."""
    if _in_case(context, clause):
        return True
    c = context.clauses[clause]
    return c.kind == "main" and any(_is_condition(context, n) for n in _beside(context, clause))


def _in_case(context: Context, clause: int) -> bool:
    """Say whether a clause has its condition as a noun: *Im Fall weiterer Regenfälle werde geräumt*."""
    cases = context.words["governors"]["cases"]
    for index in context.groups_of(clause):
        group = context.groups[index]
        if (
            context.doc[group.head].lower_ in cases
            and context.preposition(group) in context.words["prepositions"]["within"]
        ):
            behind = next(context.behind(index), None)
            return behind is not None and behind.genitive
    return False


def _beside(context: Context, clause: int) -> Iterator[int]:
    """Give the clause before, and those behind that hang on this one, in its sentence."""
    sentence = context.doc[context.clauses[clause].start].sent
    if clause and context.doc[context.clauses[clause - 1].start].sent == sentence:
        yield clause - 1
    behind = clause + 1
    if behind < len(context.clauses) and context.clauses[behind].parent == clause:
        yield behind


def _is_condition(context: Context, clause: int) -> bool:
    """Say whether a clause is a condition and no time: *falls sie kommt*, *wenn die Banken zustimmen*."""
    words, opener = context.words["clauses"], _opener(context, clause)
    if opener in words["condition"] or verb_first(context, clause):
        return True
    c = context.clauses[clause]
    return opener in words["condition_or_time"] and c.tense == "Pres" and not context.times_in(c.start, c.end)


def asked(context: Context, clause: int) -> bool:
    """Say whether the clause is a question that can be answered by no."""
    c, doc = context.clauses[clause], context.doc
    after = next(
        (doc[i] for i in range(c.tokens[-1] + 1, min(c.tokens[-1] + 3, len(doc))) if doc[i].tag_ == "$."), None
    )
    return (
        after is not None
        and after.text == "?"
        and not any(doc[i].tag_ in {"PWAV", "PWS", "PWAT"} for i in c.tokens[:2])
    )


def leaves_open(context: Context, parent: int) -> bool:
    """Say whether a clause leaves what it governs open: *sie hofft, dass …*, *es ist möglich, dass …*."""
    c, words = context.clauses[parent], context.words
    if c.lemma in words["verbs"]["possible"] or (c.negated and c.lemma in words["verbs"]["believing"]):
        return True
    if c.lemma not in words["auxiliaries"]["state"]:
        return False
    return any(context.doc[i].lower_ in words["predicates"]["possible"] for i in c.tokens)
