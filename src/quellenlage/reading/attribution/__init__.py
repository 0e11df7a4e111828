"""Attribution: who says what, and how: PARC's source, cue and content (Pareti 2016).

The types are those of the German Wikinews corpus (Petersen-Frey and Biemann 2024).

Indirect contents come first, then what needs to know them: quotations, sentences carried on by mood, hearsay, acts.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from quellenlage.language import Language
from quellenlage.model import Factuality, Mention, Report, Span, Spans, Stance, Statement, StatementType
from quellenlage.reading.attribution.acts import acts
from quellenlage.reading.attribution.antecedent import point_back
from quellenlage.reading.attribution.carried_on import carried_on, speakers_of_quotations
from quellenlage.reading.attribution.chain import chained, pointed, relaying, said_once, settled, statement
from quellenlage.reading.attribution.complements import complements
from quellenlage.reading.attribution.described import described
from quellenlage.reading.attribution.frames import frames
from quellenlage.reading.attribution.hearsay import claims, hearsay
from quellenlage.reading.attribution.medium import refined
from quellenlage.reading.attribution.passage import Finding, Passage
from quellenlage.reading.attribution.pointing_back import pointing_back
from quellenlage.reading.attribution.prepositions import prepositions
from quellenlage.reading.attribution.pronominal import by_sentence, meant_by
from quellenlage.reading.attribution.quoted import quoted
from quellenlage.reading.attribution.rejoinder import rejoinders
from quellenlage.reading.attribution.relayed import relayed
from quellenlage.reading.attribution.source import marked, own_word_of
from quellenlage.reading.attribution.speakers import resolve
from quellenlage.reading.attribution.stance import stance_of
from quellenlage.reading.attribution.transcript import transcript
from quellenlage.reading.factuality import assess_range

__all__ = ["read", "resolve"]


def read(doc: Doc, report: Report, language: Language, mentions: Sequence[Mention] = ()) -> Iterator[Statement]:
    """Give the statements of a report in text order, with the statement each stands in and the entities that speak."""
    passage = Passage(doc, language)
    found = findings(passage)
    records = [statement(passage, report.id, finding, _firmness(passage, finding)) for finding in found]
    unique = list({record.id: record for record in relaying(found, records)}.values())
    own = ((record.id, own_word_of(passage, f.clause, f.source)) for f, record in zip(found, records, strict=True))
    meant = {id_: passage.spans(ranges) for id_, ranges in own if ranges}
    meant |= _by_pronoun(passage, found, records, {mention.span for mention in mentions})
    yield from pointed(found, records, list(resolve(chained(unique), mentions, doc, meant)))


def _by_pronoun(passage: Passage, found: list[Finding], records: list[Statement], named: set[Span]) -> dict[str, Spans]:
    """Give whom the pronouns mean that speak, by the ids of statements, where the names leave it open."""
    told = by_sentence(passage, found)
    pairs = [(f, record) for f, record in zip(found, records, strict=True) if not named.intersection(record.source)]
    meant = ((record.id, meant_by(passage, finding, told)) for finding, record in pairs)
    return {id_: passage.spans(ranges) for id_, ranges in meant if ranges}


# What an act does to its object, for who does it: *Der Rat dementierte den Bericht.*
OF_ACT = {
    Stance.ASKS: Factuality.UNCOMMITTED,
    Stance.DEMANDS: Factuality.UNCOMMITTED,
    Stance.DENIES: Factuality.CERTAIN_NOT,
    Stance.DOUBTS: Factuality.PROBABLY_NOT,
    Stance.WARNS: Factuality.POSSIBLE,
}


def _firmness(passage: Passage, finding: Finding) -> tuple[Factuality, Spans]:
    value, marks = assess_range(passage.doc, finding.content, passage.language)
    if finding.type is StatementType.REPORTED or finding.stance in {Stance.DEMANDS, Stance.ASKS}:
        value = OF_ACT.get(finding.stance, value)
    elif finding.stance is Stance.WARNS and value in {Factuality.UNCOMMITTED, Factuality.CERTAIN}:
        value = Factuality.POSSIBLE
    return value, marks


def findings(passage: Passage) -> list[Finding]:
    """Give everything that is said in a passage, in token ranges."""
    found = before_hearsay(passage)
    found += hearsay(passage, found)
    found += claims(passage, found)
    found += quoted_in_new(passage, found)
    found += relayed(passage, found)
    speakers_of_quotations(passage, found)
    point_back(passage, found)
    told = by_sentence(passage, found)
    for finding in found:
        finding.medium, finding.stance = (
            refined(passage, finding if finding.cue else finding.relays or finding, told),
            stance_of(passage, finding),
        )
        finding.source = [marked(passage, source) for source in finding.source]
    for finding in list(rejoinders(passage, found)):
        finding.stance = Stance.DENIES
    return said_once(settled(found))


def before_hearsay(passage: Passage) -> list[Finding]:
    """Give what has a cue, quotation marks or a mood that says so; hearsay is looked for in what is left."""
    found = settled([*complements(passage), *frames(passage), *prepositions(passage), *pointing_back(passage)])
    found += described(passage, found)
    found += transcript(passage)
    found += acts(passage, found)
    found += quoted(passage, found)
    found += carried_on(passage, found)
    return found


def quoted_in_new(passage: Passage, found: list[Finding]) -> list[Finding]:
    """Give the quotations that stand in a statement found after quotations were read."""
    known = {f.start for f in found if f.type == "Direct"}
    return [f for f in quoted(passage, found) if f.start not in known and f.rank == 1 and (f.cue or f.source)]
