"""What an event or a claim is called: put together from names and the reports' own words, never composed freely."""

from collections import Counter
from collections.abc import Sequence

from quellenlage.model import EventMention, Statement
from quellenlage.model.dossier import ParticipantRow
from quellenlage.weighing.casebook import Casebook

LONGEST = 140
FIRST = ("agent", "counterpart")


def of_event(
    mentions: Sequence[EventMention], people: Sequence[ParticipantRow], place: str | None, book: Casebook
) -> str:
    """Name an event: its kind, who took part, and where; the kind is the reports' commonest word for it."""
    names = [book.actors[row.actor].name for row in sorted(people, key=lambda row: row.role not in FIRST)]
    where = book.actors[place].name if place else None
    listed = ", ".join(dict.fromkeys(name for name in names if name != where))
    tail = " · ".join(part for part in (listed, where) if part)
    return f"{_kind(mentions, book)}: {tail}" if tail else _kind(mentions, book)


def _kind(mentions: Sequence[EventMention], book: Casebook) -> str:
    """Give the commonest word, nouns before verbs."""
    words = Counter(mention.lemma for mention in mentions)
    nouns = [word for word in words if word[:1].isupper()]
    return min(nouns or words, key=lambda word: (-words[word], word))


def of_claim(statements: Sequence[Statement], book: Casebook) -> str:
    """Name a claim by its shortest wording, cut at a word where it is long."""
    texts = [" ".join(book.quote(s.report, span) for span in s.content) for s in statements]
    text = " ".join(min(texts, key=lambda t: (len(t), t)).split())
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"
