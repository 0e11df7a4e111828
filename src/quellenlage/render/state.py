"""Where things stand, in three sentences: put together from records, every part a link to what it rests on.

The messages are put so that no verb has to agree with how many names stand in them.
"""

import re
from typing import NamedTuple

from quellenlage.model import ConflictKind, Status
from quellenlage.render import words
from quellenlage.render.chronology import EventView
from quellenlage.render.disputes import ConflictView
from quellenlage.render.lookup import Link, Lookup
from quellenlage.render.phrases import Phrase, t
from quellenlage.render.steps import Day, Step

MOST_NAMES = 2


class Standing(NamedTuple):
    """A status in a sentence."""

    word: str
    code: str


Parts = dict[str, list[Link] | Phrase | Standing]


class Sentence(NamedTuple):
    """A message with ``{names}`` in it, and what stands for each: links, words of the page, or a status."""

    message: Phrase
    parts: Parts

    def pieces(self, language: str) -> list[str | list[Link] | Phrase | Standing]:
        """Give the sentence in ``language``, cut where a part stands in it."""
        cut = re.split(r"\{(\w+)\}", self.message.into(language))
        return [self.parts[piece] if n % 2 else piece for n, piece in enumerate(cut)]


def state(lookup: Lookup, widest: list[EventView], conflicts: list[ConflictView], steps: list[Day]) -> list[Sentence]:
    """Say what most reports speak of, what is in dispute, and what came last."""
    sentences = [_most(lookup, widest[0])] if widest else []
    first = max(conflicts, key=lambda row: (row.code is ConflictKind.DENIAL, row.width), default=None)
    if widest or conflicts:
        sentences.append(_disputed(first, len(conflicts) - 1))
    last = _last(steps, first.event.href if first and first.event else "")
    return [*sentences, last] if last else sentences


def _most(lookup: Lookup, view: EventView) -> Sentence:
    message = t("Am häufigsten berichtet: {event} ({when}), in {reports}, {agreed} als {status}, {origins}.")
    told = t("{n} von {all} Berichten", n=view.told, all=len(lookup.reports))
    agreed = t("stets") if view.agreed == view.told else t("davon in {n}", n=view.agreed)
    return Sentence(
        message,
        {
            "event": [Link(view.label, "#" + view.anchor)],
            "when": [view.days._replace(text=view.when)],
            "reports": [view.spots._replace(text=told)],
            "status": Standing(view.status.word, view.code),
            "agreed": agreed,
            "origins": [Link(_resting(view), f"#{view.anchor}-o" if view.origins else "")],
        },
    )


def _resting(view: EventView) -> Phrase:
    return t("gestützt auf {count}", count=view.tally) if view.origins else t("ohne erkennbare Quelle")


def _disputed(first: ConflictView | None, more: int) -> Sentence:
    if first is None:
        return Sentence(t("Einen Widerspruch zwischen den Berichten hat die Auswertung nicht gefunden."), {})
    about: Parts = {"about": [Link(first.about, "#" + first.anchor)], "more": _more(more)}
    held = {code: names for word, names in first.stands for code, side in words.SIDE.items() if word == side}
    if first.code is ConflictKind.DENIAL and "denies" in held and len(held) > 1:
        message = t("Umstritten ist {about}: Laut {yes} ist es so, laut {no} nicht{more}.")
        if "affirms" not in held:
            message = t("Umstritten ist {about}: Laut {yes} ist es möglich, laut {no} nicht der Fall{more}.")
        yes = held.get("affirms") or held["possible"]
        return Sentence(message, {**about, "yes": _named(yes), "no": _named(held["denies"])})
    return Sentence(
        t("Verschiedenes melden die Berichte zu {about} ({kind}){more}."), {**about, "kind": t(first.kind.word)}
    )


def _named(names: list[Link]) -> list[Link]:
    """Give the first names, those before reports that speak for themselves, and how many more there are."""
    ranked = sorted(names, key=lambda link: isinstance(link.text, Phrase))
    more = len(ranked) - MOST_NAMES
    return [*ranked[:MOST_NAMES], *([Link(t("{n} weiteren", n=more))] if more > 0 else [])]


def _more(count: int) -> Phrase:
    if not count:
        return Phrase("", "")
    return (
        t("; ein weiterer Widerspruch ist verzeichnet") if count == 1 else t("; {n} weitere sind verzeichnet", n=count)
    )


def _last(steps: list[Day], said: str) -> Sentence | None:
    """Say what the last day with a change brought, and rather of another event than ``said``."""
    day = next((day for day in steps if day.iso and day.steps), None)
    if day is None:
        return None
    ranked = [step for _, _, kind in day.kinds for step in kind]
    step = min(ranked, key=lambda step: step.event.href == said)
    return Sentence(_brought(step), {"when": day.when, **_parts(step)})


def _brought(step: Step) -> Phrase:
    if step.after_code == Status.DENIED:
        return t("Zuletzt ({when}) {status}: {event}, von {who}.")
    if step.before:
        return t("Zuletzt mit neuem Stand ({when}): {event}, nun {status}, vorher {before}, laut {who}.")
    return t("Zuletzt neu gemeldet ({when}): {event}, {status} laut {who}.")


def _parts(step: Step) -> Parts:
    who = step.who.text if step.who else step.evidence.text
    return {
        "event": [step.event],
        "status": Standing(step.after.word, step.after_code),
        "before": t(step.before.word) if step.before else Phrase("", ""),
        "who": [step.evidence._replace(text=who, tail="")],
    }
