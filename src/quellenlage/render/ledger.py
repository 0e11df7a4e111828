"""Who said what, when, how firmly: the statements of a dossier row by row; the claims they add up to; the actors."""

from typing import NamedTuple

from quellenlage.model import Kind
from quellenlage.model.dossier import ActorRow, ClaimRow, MentionRow, StatementRow
from quellenlage.model.spans import Span
from quellenlage.render import words
from quellenlage.render.chronology import OriginView, origin_view
from quellenlage.render.lookup import Link, Lookup
from quellenlage.render.words import Label


class Entry(NamedTuple):
    """One statement. ``source_words`` is how the report puts the source, where that differs from the name."""

    anchor: str
    speakers: list[Link]
    source_words: str
    content: Link
    stance: Label
    denies: bool
    factuality: Label
    code: str
    marks: str
    type: Label
    type_code: str
    medium: Label
    addressee: str
    when: str
    chain: list[list[Link]]
    report: Link


def ledger(lookup: Lookup) -> list[Entry]:
    """Give the statements report by report, and in a report in the order of the text."""
    rows = sorted(lookup.dossier.statements, key=lambda row: (lookup.numbers.get(row.report, 0), _where(row), row.id))
    return [_entry(lookup, row) for row in rows]


def _where(row: StatementRow) -> int:
    return min((span.start for span in (*row.content, *row.source, *row.cue)), default=0)


def _entry(lookup: Lookup, row: StatementRow) -> Entry:
    speakers = lookup.speakers(row)
    said = lookup.quote(row.report, row.source)
    content = row.content or row.cue
    return Entry(
        anchor=lookup.anchor(row.id),
        speakers=speakers,
        source_words="" if said in {link.text for link in speakers} else said,
        content=lookup.evidence(row.report, content, lookup.quote(row.report, content) or "(ohne Inhalt)"),
        stance=words.STANCE[row.stance],
        denies=bool(words.STANCE[row.stance].sign),
        factuality=words.FACTUALITY[row.factuality],
        code=row.factuality,
        marks=lookup.quote(row.report, row.marks),
        type=words.TYPE[row.type],
        type_code=row.type,
        medium=words.MEDIUM[row.medium],
        addressee=lookup.quote(row.report, row.addressee),
        when=lookup.published(row.report),
        chain=lookup.chain(row),
        report=lookup.report(row.report),
    )


class ClaimView(NamedTuple):
    """What is said in several statements, and on how many origins it rests."""

    anchor: str
    label: str
    tally: str
    origins: list[OriginView]
    denied_by: list[Link]


def claims(lookup: Lookup) -> list[ClaimView]:
    """Give the claims that more than one statement makes or that somebody denies, in the order of the dossier."""
    shared = [row for row in lookup.dossier.claims if len(row.statements) > 1 or row.denied_by]
    return [_claim(lookup, row) for row in shared]


def _claim(lookup: Lookup, row: ClaimRow) -> ClaimView:
    return ClaimView(
        anchor=lookup.anchor(row.id),
        label=row.label,
        tally=words.count(row.independent_origins.least, row.independent_origins.most),
        origins=[origin_view(lookup, origin) for origin in row.origins],
        denied_by=[link for link in map(lookup.actor, row.denied_by) if link],
    )


class ActorView(NamedTuple):
    """An actor, with the first place in each report that mentions it."""

    anchor: str
    name: str
    kind: Label
    aliases: list[str]
    roles: list[str]
    places: list[Link]
    says: int
    in_passing: bool


def actors(lookup: Lookup) -> list[ActorView]:
    """Give the actors, people and offices first, those mentioned most often first among their kind."""
    mentions: dict[str, list[MentionRow]] = {}
    for mention in lookup.dossier.mentions:
        mentions.setdefault(mention.actor, []).append(mention)
    says: dict[str, int] = {}
    for statement in lookup.dossier.statements:
        for actor in statement.source_actors or ((statement.source_actor,) if statement.source_actor else ()):
            says[actor] = says.get(actor, 0) + 1
    kinds = list(Kind)
    rows = sorted(
        lookup.dossier.actors, key=lambda row: (kinds.index(row.kind), -len(mentions.get(row.id, ())), row.name, row.id)
    )
    return [_actor(lookup, row, mentions.get(row.id, []), says.get(row.id, 0)) for row in rows]


def _actor(lookup: Lookup, row: ActorRow, mentions: list[MentionRow], says: int) -> ActorView:
    first: dict[str, MentionRow] = {}
    for mention in sorted(mentions, key=lambda m: (lookup.numbers.get(m.report, 0), m.start, m.end)):
        first.setdefault(mention.report, mention)
    places = [
        lookup.evidence(m.report, [Span(m.start, m.end)], lookup.report(m.report).text, lookup.outlet(m.report))
        for m in first.values()
    ]
    aliases = [alias for alias in row.aliases if alias != row.name]
    return ActorView(
        anchor=lookup.anchor(row.id),
        name=row.name,
        kind=words.KIND[row.kind],
        aliases=aliases,
        roles=list(row.roles),
        places=places,
        says=says,
        in_passing=len(mentions) < 2 and not says,
    )
