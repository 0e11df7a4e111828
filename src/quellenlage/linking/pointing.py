"""Whether a denial points back to what was said before it (*das weist er zurück*) or has a content of its own."""

import re

from quellenlage.language import table
from quellenlage.model import Report, Span, Stance, Statement

# A word that a small one follows: *das weist er zurück*; no article (*das Ergebnis*), no verb (*läuft davon*).
POINTER = re.compile(r"\w+(?=,? [^\W\d_A-ZÄÖÜ])")

NOUN = re.compile(r"\b[A-ZÄÖÜ][\w-]+")
STEM = 4


def points_back(statement: Statement, report: Report) -> bool:
    """Say whether a statement takes up what was said before it: *das*, *davon*, *dergleichen*."""
    pointing = table(report.language, "telling")["answers"]["pointing"]
    spans = [*statement.content, *statement.cue]
    text = report.text[min(s.start for s in spans) : max(s.end for s in spans)]
    return any(match.group().casefold() in pointing for match in POINTER.finditer(text))


def sentence_between(text: str, end: int, begin: int) -> bool:
    """Say whether a whole sentence stands between what ends and what begins; the rest of the first one's is none."""
    return text.count(". ", end, begin) > (text[end - 1 : end] not in tuple(".!?"))


def answers(denial: Statement, before: Statement, report: Report) -> bool:
    """Say whether a denial can be of a statement before it, by the nouns it names.

    *Das* and *die Darstellung* answer what stands before; *den Vorwurf* only what stands right before and is no plan; a
    noun of its own (*einen Rücktritt*) only what names it too.
    """
    words = table(report.language, "telling")["answers"]
    articles = table(report.language, "telling")["refers"]["articles"]
    named = {word.casefold() for word in _nouns(denial, report) or _judged(denial, report)} - {*articles}
    if points_back(denial, report) or named <= set(words["nouns"]):
        return True
    if named <= {*words["nouns"], *words["blame"]}:
        between = report.text[before.content[-1].end : denial.content[0].start]
        # In a paragraph of its own it answers the end of the one before.
        near = between.count(".") <= 1 and "." not in between.partition("\n")[2]
        return near and before.stance is not Stance.ANNOUNCES
    said = named - {*words["nouns"], *words["blame"]}
    return any(_alike(one, other) for one in said for other in map(str.casefold, _nouns(before, report)))


def _nouns(statement: Statement, report: Report) -> list[str]:
    """Give the nouns of what a statement says, without who says it."""
    apart = [*statement.source, *statement.cue]
    found = (match for span in statement.content for match in NOUN.finditer(report.text, span.start, span.end))
    return [match.group() for match in found if not any(one.meets(Span(*match.span())) for one in apart)]


def _judged(statement: Statement, report: Report) -> list[str]:
    """Give the nouns of what is called something, between the verb and the word for it: *nannte den Plan „absurd“*."""
    cue = max((span.end for span in statement.cue), default=statement.content[0].start)
    between = report.text[cue : statement.content[0].start]
    return [] if set(between) & set(".,:;!?") else NOUN.findall(between)


def _alike(one: str, other: str) -> bool:
    """Say whether two nouns share their stem, or one is the end of the other: *Stellenabbau*, *Abbau*."""
    short, long = sorted((one, other), key=len)
    return len(short) > STEM and (long[:STEM] == short[:STEM] or long.endswith(short))
