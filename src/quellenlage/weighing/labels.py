"""What an event or a claim is called: put together from names and the reports' own words, never composed freely."""

import re
from collections import Counter
from collections.abc import Sequence

from quellenlage.model import EventMention, Kind, Stance, Statement
from quellenlage.model.dossier import ParticipantRow
from quellenlage.reading.events.frames import frames
from quellenlage.weighing.casebook import Casebook

LONGEST = 140
# Characters of a clause that stands in a label, and the fewest words that say more than the kind alone.
CLAUSE = 60
FEWEST = 3
BREAK = re.compile(r"[,;:–()\n„“”\"»«]\s|\s[–„»«\"(]")
GENERIC = "generic"
FIRST = ("agent",)
PLACES = ("destination", "place", "origin")
MOST = 3
# One mention in so many must name the thing an event is about, for the event to be called by it.
SHARE = 4


def of_event(
    mentions: Sequence[EventMention], people: Sequence[ParticipantRow], place: str | None, book: Casebook
) -> str:
    """Name an event: its kind, who took part, what it is about, where; the kind is the reports' commonest word."""
    acting = sorted((row for row in people if row.role not in PLACES), key=lambda row: row.role not in FIRST)
    where = book.actors[place].name if place else None
    names = dict.fromkeys(book.actors[row.actor].name for row in acting if not _stands_for(row, acting, book))
    listed = ", ".join([name for name in names if name != where][:MOST])
    tail = " · ".join(part for part in (listed, _theme(mentions), where) if part)
    if not tail and len(mentions) == 1:
        tail = _clause(mentions[0], book)
    return f"{_kind(mentions, book)}: {tail}" if tail else _noun(mentions) or _kind(mentions, book)


def _clause(mention: EventMention, book: Casebook) -> str:
    """Quote the clause of what is told once, of nobody and nothing by name; cut at a word where it is long."""
    text, sentence = book.reports[mention.report].text, mention.sentence
    begin = max((m.end() for m in BREAK.finditer(text, sentence.start, mention.span.start)), default=sentence.start)
    end = next((m.start() for m in BREAK.finditer(text, mention.span.end, sentence.end)), sentence.end)
    words = text[begin:end].strip(' .!?#*>"„“”»«').split()
    if len(words) < FEWEST:
        return ""
    clause = " ".join(words)
    return f"„{clause}“" if len(clause) <= CLAUSE else f"„{clause[:CLAUSE].rsplit(' ', 1)[0]} …“"


def _theme(mentions: Sequence[EventMention]) -> str | None:
    """Give the thing that the event is about by the word most reports use, if enough of them name it."""
    named = Counter(mention.theme.name for mention in mentions if mention.theme)
    first = min(named, key=lambda name: (-named[name], len(name), name), default=None)
    return first if first and named[first] * SHARE >= len(mentions) else None


def _noun(mentions: Sequence[EventMention]) -> str | None:
    """Give the noun that the reports use most for what has neither people nor a place to tell it by."""
    nouns = Counter(mention.lemma for mention in mentions if mention.lemma[:1].isupper())
    return min(nouns, key=lambda word: (-nouns[word], word), default=None)


def _stands_for(row: ParticipantRow, acting: Sequence[ParticipantRow], book: Casebook) -> bool:
    """Say whether somebody stands in the same role as the state he speaks for; of two places the first stays."""
    state = book.links.states.get(row.actor)
    named = acting[: acting.index(row)] if book.actors[row.actor].kind is Kind.PLACE else acting
    beside = [other.actor for other in named if other.role == row.role and other.actor != row.actor]
    places = [actor for actor in beside if book.actors[actor].kind is Kind.PLACE]
    return state is not None and any(book.links.states.get(actor) == state for actor in places)


def _kind(mentions: Sequence[EventMention], book: Casebook) -> str:
    """Give the language's word for the frame that most mentions have; for a generic event its lemma as a noun."""
    frame, lemma = Counter((m.frame, "" if m.frame != GENERIC else m.lemma) for m in mentions).most_common(1)[0][0]
    language = book.reports[mentions[0].report].language
    kind = frames(language).kinds.get(frame)
    word = kind.label if kind else lemma or frame
    return word[:1].upper() + word[1:]


def of_claim(statements: Sequence[Statement], book: Casebook) -> str:
    """Name a claim by its shortest wording, of those who make it first; cut at a word where it is long."""
    statements = [s for s in statements if s.stance is not Stance.DENIES] or statements
    texts = [" ".join(book.quote(s.report, span) for span in s.content) for s in statements]
    text = " ".join(min(texts, key=lambda t: (len(t), t)).split())
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"
