"""Who said what, when, how firmly: the statements of a dossier by who speaks; the claims they add up to."""

from typing import NamedTuple

from quellenlage.model import Medium
from quellenlage.model.dossier import ClaimRow, StatementRow
from quellenlage.render import words
from quellenlage.render.lookup import NOBODY, UNTIED, Link, Lookup, speaking
from quellenlage.render.origins import OriginView, origin_view
from quellenlage.render.phrases import Phrase, joined, several, t
from quellenlage.render.words import Label

SHOWN_AT_ONCE = 12
QUOTES = ("„", "“", "»", "«", "‚", '"')
NAMELESS = t("Ohne zugeordnete Quelle")


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
    form: Phrase
    addressee: str
    when: Phrase
    chain: list[list[Link]]


class Voice(NamedTuple):
    """Somebody with all that he, she or it says; ``shown`` where the page shows it at once."""

    who: Link
    named: bool
    tally: Phrase
    denies: int
    entries: list[Entry]
    shown: bool


def ledger(lookup: Lookup) -> list[Voice]:
    """Give the statements by their first speaker, who says most first; those nobody is named for come last."""
    rows = sorted(lookup.statements.values(), key=lambda row: (lookup.numbers.get(row.report, 0), _where(row), row.id))
    voices: dict[str, list[StatementRow]] = {}
    for row in rows:
        first = next((actor for actor in speaking(row) if actor in lookup.actors), "")
        voices.setdefault(first, []).append(row)
    ranked = sorted(voices, key=lambda actor: (not actor, -len(voices[actor])))
    views, shown = [], 0
    for actor in ranked:
        views.append(_voice(lookup, actor, voices[actor], shown=shown < SHOWN_AT_ONCE))
        shown += len(voices[actor])
    return views


def _voice(lookup: Lookup, actor: str, rows: list[StatementRow], *, shown: bool) -> Voice:
    entries = [_entry(lookup, row) for row in rows]
    return Voice(
        who=lookup.actor(actor) or Link(NAMELESS, "", UNTIED),
        named=bool(actor),
        tally=several("{n} Aussage", "{n} Aussagen", len(rows)),
        denies=sum(entry.denies for entry in entries),
        entries=entries,
        shown=shown,
    )


def _where(row: StatementRow) -> int:
    return min((span.start for span in (*row.content, *row.source, *row.cue)), default=0)


def _entry(lookup: Lookup, row: StatementRow) -> Entry:
    speakers = lookup.speakers(row)
    said = lookup.quote(row.report, row.source)
    content = row.content or row.cue
    unsaid = said in {link.text for link in speakers} or speakers[0].note == UNTIED or speakers[0].text == NOBODY
    words_ = lookup.quote(row.report, content) or t("(ohne Inhalt)")
    return Entry(
        anchor=lookup.place("s", row.id),
        speakers=speakers,
        source_words="" if unsaid else said,
        content=lookup.evidence(row.report, content, words_, statement=row.id),
        stance=words.STANCE[row.stance],
        denies=bool(words.STANCE[row.stance].sign),
        factuality=words.FACTUALITY[row.factuality],
        code=row.factuality,
        marks=lookup.quote(row.report, row.marks),
        form=_form(row),
        addressee=lookup.quote(row.report, row.addressee),
        when=lookup.published(row.report),
        chain=lookup.chain(row),
    )


def _form(row: StatementRow) -> Phrase:
    """Say how it is put; whether spoken, written or thought only where the report lets that be seen."""
    told = row.medium in (Medium.SPEECH, Medium.WRITING, Medium.THOUGHT)
    return joined(", ", t(words.TYPE[row.type].word), *([t(words.MEDIUM[row.medium].word)] if told else []))


class ClaimView(NamedTuple):
    """What is said in several statements, in the words of one of them, and on how many origins it rests."""

    anchor: str
    label: str
    tally: Phrase
    origins: list[OriginView]
    denied_by: list[Link]


def claims(lookup: Lookup) -> list[ClaimView]:
    """Give the claims that more than one statement makes or that somebody denies, in the order of the dossier."""
    known = {row.id: row for row in lookup.dossier.claims}.values()
    return [_claim(lookup, row) for row in known if len(row.statements) > 1 or row.denied_by]


def _claim(lookup: Lookup, row: ClaimRow) -> ClaimView:
    return ClaimView(
        anchor=lookup.place("c", row.id),
        label=row.label if row.label.startswith(QUOTES) else f"„{row.label}“",
        tally=words.count(row.independent_origins.least, row.independent_origins.most),
        origins=[origin_view(lookup, origin) for origin in row.origins],
        denied_by=lookup.people(row.denied_by),
    )
