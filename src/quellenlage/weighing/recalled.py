"""What a clause only recalls, supposes or puts right, so that nobody tells it there: ``docs/annotation.md``, *Origins*.

Here is what the shape of a clause says: an indirect question, a condition, a relative clause about somebody who is
known, a *dass* that stands before what is said of it, an attribute. And the other way round what tells an event where
it is no more than the place of another: *In der Sitzung am Montag stritt der Rat.*
"""

import re
from collections.abc import Mapping, Sequence

from quellenlage.language import table
from quellenlage.model import EventMention, Report, Statement, Status
from quellenlage.weighing.casebook import Casebook

WORD = re.compile(r"\d+\.?|[^\W_]+(?:-[^\W_]+)*|[.,;:!?()]")
STOPS = ".,;:!?()"
FAR = 160
# Words back from a relative clause in which the article of the one it is about stands.
NEAR = 6
# Characters between a noun and the day that belongs to it.
BESIDE = 2
# What somebody can say of an event without telling it; what is called off or stands firm is told.
ASSESSED = frozenset({Status.PLANNED, Status.ONGOING, Status.HAPPENED})
QUOTES = "„“»«\"' "


def clause(mention: EventMention, report: Report) -> tuple[list[str], list[str]]:
    """Give the words of a mention's clause, as far as commas and the like tell it, before the mention and behind it."""
    before, after = _before(mention, report), _after(mention, report)
    start = max((n + 1 for n, word in enumerate(before) if word in STOPS), default=0)
    stop = next((n for n, word in enumerate(after) if word in STOPS), len(after))
    return before[start:], after[:stop]


def describes(word: str, words: Mapping[str, Sequence[str]]) -> bool:
    """Say whether a word before a noun is an adjective or a figure by its form."""
    known = word in words["prepositions"] or word in words["articles"] or word in words["new"]
    return not known and (word.isdigit() or (word[:1].islower() and word[-1:] in "enrsmt"))


def only_recalled(mention: EventMention, statement: Statement | None, report: Report) -> bool:
    """Say whether the shape of its clause says that nobody tells the event here."""
    words = table(report.language, "telling")
    before, after = clause(mention, report)
    before = [word.casefold() for word in before]
    opener = before[:1]
    if opener and (opener[0] in words["asks"]["words"] or opener[0] in words["supposes"]["words"]):
        return True
    if " ".join(before[:2]) in words["asks"]["phrases"] or _called_off_before(mention, before, words, report.language):
        return True
    if _put_right(mention, report, words) or _topic(mention, statement, opener, report, words):
        return True
    if report.text[mention.span.start].isupper():
        known = _reason(before, words) or _listed(mention, report, words)
        return known or _assessed(mention, statement, before, after, words)
    if _already(before, after, words) or _purpose(mention, report, words):
        return True
    return statement is None and _relative(mention, report, after, words)


def _already(before: Sequence[str], after: Sequence[str], words: Mapping[str, Mapping[str, Sequence[str]]]) -> bool:
    """Say whether a clause only tells when: *Er kam, als das Haus schon brannte.*"""
    known = words["already"]
    return before[:1] != [] and before[0] in known["openers"] and not {*before, *after}.isdisjoint(known["words"])


def _assessed(
    mention: EventMention,
    statement: Statement | None,
    before: Sequence[str],
    after: Sequence[str],
    words: Mapping[str, Mapping[str, Sequence[str]]],
) -> bool:
    """Say whether somebody says what a known event is in his eyes: *Dieser Streik schade allen. Er sei ein Unding.*"""
    if statement is None or mention.status not in ASSESSED:
        return False
    at, said = _head(before, words["refers"]), [word.casefold() for word in after]
    known = before[at] if at >= 0 else ""
    if known in words["assesses"]["demonstratives"]:
        return True
    place = next((n for n, word in enumerate(said) if word in words["refers"]["copulas"]), len(said))
    called = [word for word in said[place + 1 :] if word not in words["assesses"]["adverbs"]][:1]
    return known in words["refers"]["articles"] and called != [] and called[0] in words["assesses"]["articles"]


def _called_off_before(
    mention: EventMention, before: Sequence[str], words: Mapping[str, Mapping[str, Sequence[str]]], language: str
) -> bool:
    """Say whether an attribute calls off what a preposition governs: *Sie gab die Karten für das abgesagte Fest ab.*"""
    stems, at = tuple(table(language, "events")["adjectives"]["cancelled"]), _head(before, words["refers"])
    if mention.status is not Status.CANCELLED or at < 0 or not before[-1].startswith(stems):
        return False
    at -= at > 0 and before[at] in words["refers"]["articles"]
    # *Ihr für heute abgesagtes Fest wird nachgeholt.*
    attribute = at > 0 and before[at - 1] in (*words["refers"]["articles"], *words["refers"]["determiners"])
    return before[at] in words["refers"]["prepositions"] and not attribute


def _purpose(mention: EventMention, report: Report, words: Mapping[str, Mapping[str, Sequence[str]]]) -> bool:
    """Say whether an infinitive hangs on a noun that is known: *nach dem Beschluss, das Haus zu räumen*."""
    before = _before(mention, report)
    stop = max((n for n, word in enumerate(before) if word in STOPS), default=-1)
    if stop < 1 or before[stop] != "," or not (before[-1:] == ["zu"] or "zu" in report.quote(mention.span)):
        return False
    at = _head(before[: stop - 1], words["refers"])
    known = at > 0 and before[at].casefold() in words["refers"]["articles"] and before[stop - 1][:1].isupper()
    return known and before[at - 1].casefold() in words["refers"]["prepositions"]


def set_in(mention: EventMention, book: Casebook) -> bool:
    """Say whether a report tells what happened at an event on its day: *Beim Treffen am Montag sprachen sie …*.

    What somebody had suffered there looks back at it: *Bei dem Brand am Montag war sie verletzt worden.*
    """
    report = book.reports[mention.report]
    if mention.status is not Status.HAPPENED or not report.text[mention.span.start].isupper():
        return False
    words = table(report.language, "telling")
    before, after = clause(mention, report)
    said = {*before, *after}
    if not said.isdisjoint(words["refers"]["pluperfect"]) and not said.isdisjoint(words["at"]["suffered"]):
        return False
    at = _head([word.casefold() for word in before], words["refers"])
    if at > 0 and before[at].casefold() in words["at"]["articles"]:
        at -= 1
    if at < 0 or before[at].casefold() not in words["at"]["prepositions"]:
        return False
    times = book.times.get(mention.report, ())
    return any(mention.span.end < time.span.start <= mention.span.end + BESIDE + len("am ") for time in times)


def _before(mention: EventMention, report: Report) -> list[str]:
    begin = max(mention.sentence.start, mention.span.start - FAR)
    return WORD.findall(report.text[begin : mention.span.start])


def _after(mention: EventMention, report: Report) -> list[str]:
    return WORD.findall(report.text[mention.span.end : min(mention.sentence.end, mention.span.end + FAR)])


def _head(before: Sequence[str], words: Mapping[str, Sequence[str]]) -> int:
    """Give the place of the word before a noun and its adjectives, -1 where there is none."""
    at = len(before) - 1
    while at >= 0 and describes(before[at], words):
        at -= 1
    return at


def _put_right(mention: EventMention, report: Report, words: Mapping[str, Mapping[str, Sequence[str]]]) -> bool:
    """Say whether a correction only repeats what was wrong: *Berichtigung: Wir hatten gemeldet, er gehe.*"""
    first = WORD.findall(report.quote(mention.sentence))[:2]
    known = first[1:] == [":"] and first[0].casefold() in words["corrects"]["words"]
    return known and mention.status is not Status.DENIED


def _topic(
    mention: EventMention,
    statement: Statement | None,
    opener: Sequence[str],
    report: Report,
    words: Mapping[str, Mapping[str, Sequence[str]]],
) -> bool:
    """Say whether a sentence opens with what is known, to say what is thought of it: *Dass er ging, freut sie.*

    Where no more than the clause is somebody's word, he tells it: *Dass er ging, sagte sie am Abend.*
    """
    head = report.text[mention.sentence.start : mention.span.start].strip(QUOTES).casefold()
    if not opener or opener[0] not in words["content"]["words"] or not head.startswith(opener[0] + " "):
        return False
    end = report.text.find(",", mention.span.end)
    contents = statement.content if statement else ()
    return not any(content.start <= mention.span.start and content.end <= end + 1 for content in contents)


def _reason(before: Sequence[str], words: Mapping[str, Mapping[str, Sequence[str]]]) -> bool:
    """Say whether an event is only named as a reason or an hour, be it new to the reader: *Nach einem Brand …*."""
    at = _head(before, words["refers"])
    return at > 0 and before[at] in words["refers"]["new"] and before[at - 1] in words["reasons"]["prepositions"]


def _listed(mention: EventMention, report: Report, words: Mapping[str, Mapping[str, Sequence[str]]]) -> bool:
    """Say whether a noun stands in a list without a verb behind a colon: *Alles stand darin: der Streik, der Brand.*"""
    before, after = clause(mention, report)
    known = words["refers"]["articles"]
    first = next((n for n, word in enumerate(before[:2]) if word.casefold() in known), None)
    if first is None or ":" not in report.text[mention.sentence.start : mention.span.start]:
        return False
    little = {word for key in ("prepositions", "articles", "new", "determiners") for word in words["refers"][key]}
    line = [*before[first:], report.quote(mention.span), *after]
    small = [n for n, word in enumerate(line) if word[:1].islower() and word not in little]
    # An attribute stands before a noun and behind no noun.
    return all(n + 1 < len(line) and line[n - 1][:1].islower() and describes(line[n], words["refers"]) for n in small)


def _relative(
    mention: EventMention, report: Report, after: Sequence[str], words: Mapping[str, Mapping[str, Sequence[str]]]
) -> bool:
    """Say whether a relative clause recalls what happened to somebody who is known: *Lund, der dort gefasst wurde*.

    Of somebody new it tells: *einem Mann, der am Montag geflohen ist*. So does one in the preterite, unless it is of
    somebody by name.
    """
    before = _before(mention, report)
    stop = max((n for n, word in enumerate(before) if word in STOPS), default=-1)
    opens = before[stop + 1 : stop + 3]
    opens = opens[1:] if opens and opens[0] in words["refers"]["prepositions"] else opens[:1]
    ends = (bool(after) and after[-1][:1].islower()) or (not after and _by_name(before[:stop], words["refers"]))
    relative = stop >= 0 and before[stop] == "," and bool(opens) and opens[0] in words["refers"]["relatives"]
    return mention.status is Status.HAPPENED and relative and ends and not _new(before[:stop], words["refers"])


def _by_name(before: Sequence[str], words: Mapping[str, Sequence[str]]) -> bool:
    """Say whether the words end with a name of two parts, as people have them."""
    little = {word for key in ("prepositions", "articles", "new", "determiners") for word in words[key]}
    return len(before) > 1 and all(word[:1].isupper() and word.casefold() not in little for word in before[-2:])


def _new(before: Sequence[str], words: Mapping[str, Sequence[str]]) -> bool:
    """Say whether the noun that these words end with is brought in by an article that makes it new."""
    for word in reversed(before[-NEAR:]):
        if word in STOPS or word.casefold() in words["articles"]:
            return False
        if word.casefold() in words["new"]:
            return True
    return False
