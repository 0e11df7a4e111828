"""Where things stand, in three sentences: put together from records, every part a link to what it rests on."""

import re
from typing import NamedTuple

from quellenlage.model import ConflictKind, Status
from quellenlage.render import words
from quellenlage.render.changes import Day
from quellenlage.render.chronology import EventView
from quellenlage.render.disputes import ConflictView
from quellenlage.render.lookup import Link, Lookup
from quellenlage.render.phrases import Phrase, t


class Standing(NamedTuple):
    """A status in a sentence."""

    word: str
    code: str


class Sentence(NamedTuple):
    """A message with ``{names}`` in it, and what stands for each: links, words of the page, or a status."""

    message: Phrase
    parts: dict[str, list[Link] | Phrase | Standing]

    def pieces(self, language: str) -> list[str | list[Link] | Phrase | Standing]:
        """Give the sentence in ``language``, cut where a part stands in it."""
        cut = re.split(r"\{(\w+)\}", self.message.into(language))
        return [self.parts[piece] if n % 2 else piece for n, piece in enumerate(cut)]


def state(lookup: Lookup, widest: list[EventView], conflicts: list[ConflictView], changes: list[Day]) -> list[Sentence]:
    """Say what most reports speak of, what is in dispute, and what came last."""
    sentences = [_most(lookup, widest[0])] if widest else []
    if widest or conflicts:
        sentences.append(_disputed(conflicts))
    last = _last(changes)
    return [*sentences, last] if last else sentences


def _most(lookup: Lookup, view: EventView) -> Sentence:
    message = t("Am weitesten verbreitet ist {event}, {when}: {status} nach {reports}, gestützt auf {origins}.")
    told = t("{n} von {all} Berichten", n=view.told, all=len(lookup.reports))
    return Sentence(
        message,
        {
            "event": [Link(view.label, "#" + view.anchor)],
            "when": [view.days._replace(text=view.when)],
            "status": Standing(view.status.word, view.code),
            "reports": [view.spots._replace(text=told)],
            "origins": [Link(view.tally, f"#{view.anchor}-o")],
        },
    )


def _disputed(conflicts: list[ConflictView]) -> Sentence:
    if not conflicts:
        return Sentence(t("Einen Widerspruch zwischen den Berichten hat die Auswertung nicht gefunden."), {})
    first = conflicts[0]
    more = len(conflicts) - 1
    about = {"about": [Link(first.about, "#" + first.anchor)]}
    held = {code: names[:2] for word, names in first.stands for code, side in words.SIDE.items() if word == side}
    if first.code is ConflictKind.DENIAL and "denies" in held and len(held) > 1:
        message = t("Umstritten ist {about}: {yes} sagt ja, {no} nein{more}.")
        if "affirms" not in held:
            message = t("Umstritten ist {about}: {yes} hält es für möglich, {no} sagt nein{more}.")
        yes = held.get("affirms") or held["possible"]
        return Sentence(message, {**about, "yes": yes, "no": held["denies"], "more": _more(more)})
    message = t("Verschiedenes melden die Berichte zu {about} ({kind}){more}.")
    return Sentence(message, {**about, "kind": t(first.kind.word), "more": _more(more)})


def _more(count: int) -> Phrase:
    if not count:
        return Phrase("", "")
    return (
        t("; ein weiterer Widerspruch ist verzeichnet") if count == 1 else t("; {n} weitere sind verzeichnet", n=count)
    )


def _last(changes: list[Day]) -> Sentence | None:
    """Say what the last day with a change brought; where no day is known, nothing came last."""
    day = next((day for day in changes if day.iso and day.changes), None)
    if day is None:
        return None
    change = max(day.changes, key=lambda change: change.after_code != Status.DENIED and change.before is not None)
    who = change.who.text if change.who else change.evidence.text
    return Sentence(
        t("Zuletzt, {when}, kam hinzu: {event}, {status} laut {who}."),
        {
            "when": day.when,
            "event": [change.event],
            "status": Standing(change.after.word, change.after_code),
            "who": [change.evidence._replace(text=who, tail="")],
        },
    )
