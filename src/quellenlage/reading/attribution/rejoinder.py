"""What is said right behind a denial, by who denies: *Der Wirt bestritt das. Es habe keinen Streit gegeben, sagte er.*

Where the denial has no object, what follows says what is denied, be it negated or not: *Der Wirt widersprach. Das Haus
sei verkauft, sagte er.*
"""

from collections.abc import Iterator, Sequence

from quellenlage.model import Stance, StatementType
from quellenlage.reading.attribution.passage import Finding, Passage

# What a verb can have for an object.
OBJECTS = frozenset({"ART", "NN", "NE", "PPER", "PDS", "PIS", "PRF", "PROAV"})
NAMES = frozenset({"NE", "PPER", "PDS"})


def rejoinders(passage: Passage, found: Sequence[Finding]) -> Iterator[Finding]:
    """Give the assertions that only go on with a denial in the sentence before."""
    denials = {
        passage.sentence_number(f.end - 1): f
        for f in found
        if f.stance is Stance.DENIES and f.type is StatementType.REPORTED and f.source
    }
    first: dict[int, Finding] = {}
    for finding in sorted(found, key=lambda f: (f.start, -f.end)):
        if finding.type is not StatementType.REPORTED:
            first.setdefault(passage.sentence_number(finding.start), finding)
    for number, denial in denials.items():
        reply = first.get(number + 1)
        if reply is None or reply.stance is not Stance.ASSERTS or not _follows(passage, number, denial, reply):
            continue
        if _negated(passage, reply) or (_has_no_object(passage, denial) and not _asks(passage, reply)):
            yield reply


def _follows(passage: Passage, number: int, denial: Finding, reply: Finding) -> bool:
    """Say whether a statement stands in the same paragraph and is by who denies, as far as the words tell."""
    (_, end), (start, _) = passage.sentences[number], passage.sentences[number + 1]
    if "\n" in passage.doc[max(end - 1, 0) : start + 1].text:
        return False
    against = {*passage.words["denying"]["against"], "auch"}
    framed = {passage.doc[i].lower_ for n in {passage.owner[i] for i in reply.cue} for i in passage.clauses[n].tokens}
    own = {passage.doc[i].lower_ for a, b in reply.content for i in range(a, b)}
    return not (framed - own) & against and _may_be_one(passage, denial, reply)


def _may_be_one(passage: Passage, denial: Finding, reply: Finding) -> bool:
    """Say whether a source can be the one before: a pronoun, a name, somebody who speaks for a house, the same word."""
    if not reply.source:
        return True
    tokens = [passage.doc[i] for a, b in reply.source for i in range(a, b)]
    same = {passage.doc[i].lower_ for a, b in denial.source for i in range(a, b) if passage.doc[i].tag_ in {"NN", "NE"}}
    if tokens[0].tag_ == "PPOSAT" or any(t.tag_ in NAMES or t.lower_ in same for t in tokens):
        return True
    return any(t.lower_.endswith(tuple(passage.words["persons"]["endings"])) for t in tokens)


def _negated(passage: Passage, reply: Finding) -> bool:
    """Say whether the first clause of what is said is negated, and is no plan."""
    start, end = reply.content[0]
    n = next((passage.owner[i] for i in range(start, end) if passage.owner[i] >= 0), -1)
    return n >= 0 and passage.clauses[n].negated and passage.clauses[n].tense != "Fut"


def _has_no_object(passage: Passage, denial: Finding) -> bool:
    """Say whether a denial is a subject and its verb: *Der Verein widersprach energisch.*"""
    sources = {i for a, b in denial.source for i in range(a, b)}
    inside = (i for a, b in denial.content for i in range(a, b) if i not in sources)
    return not any(passage.doc[i].tag_ in OBJECTS for i in inside)


def _asks(passage: Passage, reply: Finding) -> bool:
    return passage.doc[reply.end - 1].text in {"?", "!"} or passage.doc[reply.end - 2].text in {"?", "!"}
