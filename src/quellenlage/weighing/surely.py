"""What of an event is surely of this event, so that no join that is in doubt makes its origins more."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from quellenlage.linking.groups import Groups
from quellenlage.model import EventMention
from quellenlage.model.dossier import CountRow
from quellenlage.weighing import origins, voices
from quellenlage.weighing.casebook import Casebook

# A join below it may be wrong: what hangs on it alone does not raise the lower end of a count.
SURE = 0.5


def counted(
    count: CountRow, told: Sequence[EventMention], mentions: Sequence[EventMention], book: Casebook
) -> CountRow:
    """Lower the least of a count to that of the part of ``told`` with most origins that hangs together surely.

    Two arrests that were joined with a score of 0.3, each told by two sources, have two origins at least and not four.
    """
    parts = _parts(told, mentions, book) if count.least > 1 else []
    if len(parts) < 2:
        return count
    least = (origins.of([v for m in part for v in voices.of_mention(m, book)], book)[1].least for part in parts)
    return replace(count, least=min(count.least, max(least)))


def _parts(told: Sequence[EventMention], mentions: Sequence[EventMention], book: Casebook) -> list[list[EventMention]]:
    """Take mentions apart where a doubtful link alone holds them; all stay together where there is none."""
    links = [link for mention in mentions for link in book.joins.get(mention.id, ())]
    if all(link.score >= SURE for link in links):
        return [list(told)]
    groups: Groups[str] = Groups()
    for link in links:
        if link.score >= SURE:
            groups.join(link.a, link.b)
    parts: dict[str, list[EventMention]] = defaultdict(list)
    for mention in told:
        parts[groups.find(mention.id)].append(mention)
    return list(parts.values())
