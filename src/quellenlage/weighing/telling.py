"""Who tells an event, and who only refers to what others have told: ``docs/annotation.md``, *Origins*.

A verb tells. A noun tells unless it stands behind a preposition or as somebody else's genitive (*nach dem Unfall*, *der
Beginn des Streiks*). Headlines tell nothing, nor does a report that leaves open in its own voice whether, or passes on
what is said (*soll verkauft haben*).
"""

from itertools import pairwise

from quellenlage.language import table
from quellenlage.model import EventMention, Factuality, Report, Span, Stance, Statement, Status
from quellenlage.reading.events.headlines import body
from quellenlage.weighing.casebook import Casebook
from quellenlage.weighing.recalled import FAR, STOPS, WORD, clause, describes, only_recalled, set_in

BEFORE = 80
LONGEST_HEADLINE = 160
BEGUN = frozenset({Status.HAPPENED, Status.ONGOING})
SILENT = frozenset({Stance.ASKS, Stance.DEMANDS, Stance.DOUBTS})
# What is called off or stands firm is told of a thing that is known: *Aus dem Umzug wird nichts.*
SETTLED = frozenset({Status.CONFIRMED, Status.CANCELLED})
CHARGES = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
FORWARD = frozenset({Status.PLANNED, Status.CONFIRMED})


def tells(mention: EventMention, book: Casebook) -> bool:
    """Say whether somebody tells the event here."""
    report = book.reports[mention.report]
    statement = book.statements.get(mention.statement or "")
    if (
        in_headline(report, mention.span)
        or _silent(mention, statement, report)
        or only_recalled(mention, statement, report)
    ):
        return False
    if statement is None and set_in(mention, book):
        return True
    confirms = statement is not None and statement.stance is Stance.CONFIRMS
    if mention.status not in SETTLED:
        known = (refers(mention, report) and not _reckoned(mention, report)) or _known_before(mention, report)
        if (
            (known and not _accused(mention, statement, report))
            or _unproven(mention, report)
            or _feared(mention, report)
        ):
            return False
    if not confirms and commented(mention, report):
        return False
    thought = statement and (_judged(mention, statement.stance, report) or _regretted(statement, report))
    return mention.status in SETTLED or not thought


def _silent(mention: EventMention, statement: Statement | None, report: Report) -> bool:
    """Say whether a report leaves open or only passes on, or a source only asks for it, doubts it and the like."""
    if statement is None:
        return mention.status is Status.POSSIBLE or hearsay(mention) or _alleged(mention, report)
    return statement.stance in SILENT and mention.status not in FORWARD


def _alleged(mention: EventMention, report: Report) -> bool:
    """Say whether a clause is what somebody is accused of, nobody says by whom: *Ihm wird vorgeworfen, … zu haben.*"""
    words = table(report.language, "telling")["alleged"]["words"]
    before = WORD.findall(report.text[max(mention.sentence.start, mention.span.start - FAR) : mention.span.start])
    return any(word in words and before[n + 1 : n + 2] == [","] for n, word in enumerate(before))


def _regretted(statement: Statement, report: Report) -> bool:
    """Say whether a source says only what it thinks of what it speaks of: *rügte, dass der Antrag verworfen wurde*."""
    words = table(report.language, "telling")["comments"]["cues"]
    said = [word for span in statement.cue for word in WORD.findall(report.quote(span))]
    return any(word in words for word in said)


def denies(mention: EventMention, report: Report) -> bool:
    """Say whether a denied mention is of this event, not of another one like it (*kein neuer Brand*) or in passing."""
    words = table(report.language, "telling")["refers"]
    begin = max(mention.sentence.start, mention.span.start - BEFORE)
    before = [word.casefold() for word in WORD.findall(report.text[begin : mention.span.start])][-2:]
    behind = before[:1] if before[1:] and before[1] in words["articles"] else before[-1:]
    further = before[-1:] != [] and before[-1] in words["further"]
    if mention.status is not Status.DENIED or further or set(behind) & set(words["in_passing"]):
        return False
    return not _only_until(mention, report) and not _uninvolved(mention, behind, report)


def _only_until(mention: EventMention, report: Report) -> bool:
    """Say whether a clause only says that something is not so yet: *solange das Gericht nicht gesprochen habe*."""
    words = table(report.language, "telling")["refers"]["not_yet"]
    before = WORD.findall(report.text[mention.sentence.start : max(mention.sentence.start, mention.span.start)])
    last = max((n for n, word in enumerate(before) if word in ".,;:!?()"), default=-1)
    return before[last + 1 : last + 2] != [] and before[last + 1].casefold() in words


def _uninvolved(mention: EventMention, behind: list[str], report: Report) -> bool:
    """Say whether somebody only says that he has no part in an event: *hat mit dem Angriff nichts zu tun*."""
    end = min(mention.sentence.end, mention.span.end + BEFORE)
    return behind == ["mit"] and WORD.findall(report.text[mention.span.end : end])[:3] == ["nichts", "zu", "tun"]


def _judged(mention: EventMention, stance: Stance, report: Report) -> bool:
    """Say whether a source only says what it thinks of what is known: *nannte den Streik maßlos*.

    Who warns of what comes of it names it with any article: *Das Verbot gefährde die Fischer, warnte der Verband*; who
    demands something about it, as an object: *forderte, den Gipfel abzusagen*.
    """
    words = table(report.language, "telling")["refers"]
    objects, every = words["object"], words["articles"]
    known = {Stance.ASSERTS: objects, Stance.DEMANDS: objects, Stance.WARNS: every}.get(stance, [])
    before = report.text[max(0, mention.span.start - BEFORE) : mention.span.start].split()
    return before[-1:] != [] and before[-1].casefold() in known


def commented(mention: EventMention, report: Report) -> bool:
    """Say whether a clause only says what is done about an event that is known: *Der Brand wird untersucht.*"""
    words = table(report.language, "telling")
    before = WORD.findall(report.text[max(mention.sentence.start, mention.span.start - BEFORE) : mention.span.start])
    after = WORD.findall(report.text[mention.span.end : min(mention.sentence.end, mention.span.end + BEFORE)])
    at = len(before) - 1
    while at >= 0 and describes(before[at], words["refers"]):
        at -= 1
    known = at >= 0 and before[at].casefold() in words["refers"]["articles"]
    stop = next((n for n, word in enumerate(after) if word in ".,;:!?"), len(after))
    start = max((n + 1 for n, word in enumerate(before) if word in ".,;:!?"), default=0)
    comments = {*words["comments"]["words"], *words["comments"]["cues"]}
    return known and not comments.isdisjoint((*before[start:], *after[:stop]))


def hearsay(mention: EventMention) -> bool:
    """Say whether something that has happened is passed on without a word of whose it is."""
    return mention.status in BEGUN and mention.factuality is not Factuality.CERTAIN


def in_headline(report: Report, span: Span) -> bool:
    """Say whether a place stands in a headline: the title, or a short line of its own that no full stop closes."""
    start = report.text.rfind("\n", 0, span.start) + 1
    end = report.text.find("\n", span.end)
    line = report.text[start : end if end >= 0 else None].strip()
    if not line or len(line) > LONGEST_HEADLINE:
        return False
    if line == report.title:
        return True
    alone = not report.text[:start].rstrip(" ").endswith("\n\n") or start == 0 or end < 0
    after = report.text[end + 1 :] if end >= 0 else ""
    return line[-1] not in '.:;,“"«)' and (alone or after.startswith("\n")) and _first_lines(report, start, line)


def _first_lines(report: Report, start: int, line: str) -> bool:
    """Take a call or a question for a headline only above the text; a line without any mark is one everywhere."""
    return line[-1] not in "!?…" or start <= body(report.text)


def refers(mention: EventMention, report: Report) -> bool:
    """Say whether a noun stands where a clause only refers to its event, or a participle before another noun."""
    words = table(report.language, "telling")
    trigger = report.quote(mention.span)
    begin = max(mention.sentence.start, mention.span.start - BEFORE)
    before = WORD.findall(report.text[begin : mention.span.start])
    before = [word.casefold() if _small(word, before[:n]) else word for n, word in enumerate(before)]
    if trigger[:1].isupper():
        if before[-1:] != [] and f"{before[-1]} {trigger}" in words["verbal"]["phrases"]:
            return False
        asked = _asked(before, [*words["asks"]["words"], *words["refers"]["not_yet"]])
        return asked or _referred(before, words["refers"]) or _behind_attribute(mention, report)
    following = report.text[mention.span.end : mention.span.end + 2].lstrip()
    named = following[:1].isupper() or following[:1].isdigit()
    attributive = trigger.endswith(tuple(words["attributive"]["endings"])) and named
    # *der in Oslo gefasste Mann*, but not *die in Oslo tagende Runde beendete Gespräche*
    whole = len(before) > 1 and before[-1][:1].isupper() and describes(before[-2], words["refers"])
    if attributive and not whole and _attribute(mention, report) >= 0:
        return True
    governed = before[-1:] and any(before[-1] in words["refers"][key] for key in ("prepositions", "articles", "new"))
    return bool(attributive and governed) or _asked(before, [*words["asks"]["words"], *words["refers"]["not_yet"]])


def _reckoned(mention: EventMention, report: Report) -> bool:
    """Say whether a clause says that somebody expects an event: *Wir rechnen im Mai mit der Öffnung.*"""
    words = table(report.language, "telling")
    before, after = clause(mention, report)
    at = len(before) - 1
    while at >= 0 and describes(before[at], words["refers"]):
        at -= 1
    at -= at >= 0 and before[at].casefold() in (*words["refers"]["articles"], *words["refers"]["new"])
    governed = at >= 0 and before[at].casefold() in words["expects"]["prepositions"]
    return governed and not {word.casefold() for word in (*before, *after)}.isdisjoint(words["expects"]["verbs"])


def _accused(mention: EventMention, statement: Statement | None, report: Report) -> bool:
    """Say whether a source says what somebody is accused of: *Es gehe um den Vorwurf der Untreue, sagte sie.*"""
    words = table(report.language, "telling")["accuses"]
    before, after = clause(mention, report)
    at = len(before) - 1
    while at > 0 and describes(before[at], table(report.language, "telling")["refers"]):
        at -= 1
    charge = at > 0 and before[at] == "der" and before[at - 1].casefold() in words["nouns"]
    said = {word.casefold() for word in (*before, *after)}
    if statement is None or statement.stance not in CHARGES or mention.status not in BEGUN:
        return False
    return charge and not said.isdisjoint(words["verbs"])


def _behind_attribute(mention: EventMention, report: Report) -> bool:
    """Say whether a noun with a long attribute stands behind a preposition: *über das vom Rat verhängte Verbot*."""
    words = table(report.language, "telling")["refers"]
    before, _ = clause(mention, report)
    at = _attribute(mention, report)
    return at > 0 and before[at - 1].casefold() in words["prepositions"] and describes(before[-1], words)


def _attribute(mention: EventMention, report: Report) -> int:
    """Give the place in the clause of the last article that a preposition follows, -1 where there is none."""
    words = table(report.language, "telling")["refers"]
    before = [word.casefold() for word in clause(mention, report)[0]]
    pairs = enumerate(pairwise(before))
    return max((n for n, (a, b) in pairs if a in words["articles"] and b in words["prepositions"]), default=-1)


def _known_before(mention: EventMention, report: Report) -> bool:
    """Say whether a relative clause in the pluperfect recalls an event: *den Bau, den er beschlossen hatte*."""
    words = table(report.language, "telling")["refers"]
    begin = max(mention.sentence.start, mention.span.start - LONGEST_HEADLINE)
    before = WORD.findall(report.text[begin : mention.span.start])
    after = WORD.findall(report.text[mention.span.end : min(mention.sentence.end, mention.span.end + BEFORE)])
    last = max((n for n, word in enumerate(before) if word in STOPS), default=-1)
    opens = before[last : last + 2] if last >= 0 else []
    relative = len(opens) > 1 and opens[0] == "," and opens[1] in words["relatives"]
    end = next((n for n, word in enumerate(after) if word in STOPS), len(after))
    return relative and end > 0 and after[end - 1] in words["pluperfect"]


def _feared(mention: EventMention, report: Report) -> bool:
    """Say whether a clause says what is only feared or rumoured: *Befürchtungen, die Halle werde verkauft*."""
    words = table(report.language, "telling")["refers"]["feared"]
    begin = max(mention.sentence.start, mention.span.start - LONGEST_HEADLINE)
    before = [word.casefold() for word in WORD.findall(report.text[begin : mention.span.start])]
    last = max((n for n, word in enumerate(before) if word in STOPS), default=0)
    return not set(before[max(0, last - 2) : last]).isdisjoint(words)


def _unproven(mention: EventMention, report: Report) -> bool:
    """Say whether a sentence says of an event that it cannot be shown: *dass er es war, sei nicht zu beweisen*."""
    words = table(report.language, "telling")
    end = min(mention.sentence.end, mention.span.end + LONGEST_HEADLINE)
    after = WORD.findall(report.text[mention.span.end : end])
    no, shown = words["elsewhere"]["not"], words["refers"]["unproven"]
    if _made_up(mention, after, report):
        return True
    return any(word in shown and no in after[max(0, n - 2) : n] for n, word in enumerate(after))


def _made_up(mention: EventMention, after: list[str], report: Report) -> bool:
    """Say whether an event is only what is called untrue: *Der Vorwurf, er habe gelogen, sei erfunden.*"""
    words = table(report.language, "telling")
    before = WORD.findall(report.text[mention.sentence.start : mention.span.start])
    last = max((n for n, word in enumerate(before) if word in STOPS), default=0)
    nouns = (*words["answers"]["nouns"], *words["answers"]["blame"])
    told = last > 0 and before[last] == "," and before[last - 1].casefold() in nouns
    end = after.index(",") if "," in after else len(after)
    stop = next((n for n in range(end + 1, len(after)) if after[n] in STOPS), len(after))
    return told and not set(after[end + 1 : stop]).isdisjoint(words["refers"]["untrue"])


def _asked(before: list[str], words: list[str]) -> bool:
    """Say whether the clause up to here is an indirect question."""
    last = max((n for n, word in enumerate(before) if word in ".,;:!?()"), default=-1)
    return before[last + 1 : last + 2] != [] and before[last + 1] in words


def _small(word: str, before: list[str]) -> bool:
    """Say whether a word's capital means nothing: at the beginning, also behind a dateline's bracket."""
    return not before or before[-1] in "):" or word[:1].islower()


def _referred(before: list[str], words: dict[str, list[str]]) -> bool:
    """Walk back over adjectives to what governs the noun."""
    at = len(before) - 1
    while at >= 0 and describes(before[at], words):
        at -= 1
    if at < 0:
        return False
    if before[at] in words["prepositions"]:
        if not at or before[at - 1] not in (*words["articles"], *words["determiners"]):
            return True
        # An attribute stands between the article and its noun: *ihr für heute geplanter Auftritt*.
        at -= 1
    if before[at] not in words["articles"]:
        return False
    above = before[at - 1] if at else ""
    # *Am Montag der Auftritt*, but *am Morgen des Auftritts*
    apart = above.casefold() in words["times"] and before[at] not in words["always_genitive"]
    genitive = before[at] in words["genitive"] and above[:1].isupper() and not apart
    return above in words["prepositions"] or genitive or _given_as_cause(before[:at], words)


def _given_as_cause(before: list[str], words: dict[str, list[str]]) -> bool:
    """Say whether a known event is only named as what something comes from: *Auslöser sei der Streik.*"""
    last = max((n for n, word in enumerate(before) if word in ".,;:!?()"), default=-1)
    clause = before[last + 1 :]
    return len(clause) > 1 and clause[-1] in words["copulas"] and any(word in words["causes"] for word in clause)
