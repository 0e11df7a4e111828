"""From one report to everything found in it. A reading depends on its report alone."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from spacy.tokens import Doc

from quellenlage.language import Language, mark_furniture
from quellenlage.model import Reading, Report, Span
from quellenlage.reading import attribution, dating, events, names, times, unlisted

THREADS = 2  # the network of one report runs while the rules read another; more threads would wait for each other


def annotate(report: Report, language: Language) -> Doc:
    """Run the language's pipeline over a report; ``doc.text`` is ``report.text``, furniture is marked."""
    doc = language.nlp(report.text)
    mark_furniture(doc, report.furniture)
    return doc


def read_report(report: Report, language: Language) -> Reading:
    """Find dates, names, statements and events in one report. Total: any text gives a reading."""
    doc = annotate(report, language)
    found = tuple(times.find(doc, report, language))
    published = dating.date(report, times.anchor(found, report.published.interval))
    report = replace(report, published=published)
    anchored = times.anchor(found, published.interval)
    entities, mentions = names.read(doc, report, language)
    statements = tuple(attribution.read(doc, report, language, mentions))
    entities, mentions, statements = unlisted.name_sources(report, entities, mentions, statements)
    findings = events.Findings(times=anchored, entities=entities, mentions=mentions, statements=statements)
    return Reading(
        report=report,
        sentences=sentences(doc),
        times=anchored,
        entities=entities,
        mentions=mentions,
        statements=statements,
        events=tuple(events.read(doc, report, language, findings)),
    )


def read_reports(reports: Iterable[Report], language: Language, *, threads: int | None = None) -> Iterator[Reading]:
    """Read reports side by side and give their readings in order; each is what ``read_report`` gives.

    ``threads`` is at most the number of processors there are; as many reports are taken ahead.
    """
    with ThreadPoolExecutor(threads or min(THREADS, os.cpu_count() or 1)) as pool:
        ahead: deque[Future[Reading]] = deque()
        for report in reports:
            ahead.append(pool.submit(read_report, report, language))
            if len(ahead) > 2 * THREADS:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()


def sentences(doc: Doc) -> tuple[Span, ...]:
    """Give the sentences of a document without the white space around them."""
    spans = []
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            spans.append(Span(words[0].idx, words[-1].idx + len(words[-1])))
    return tuple(spans)
