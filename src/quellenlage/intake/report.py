"""A text and what came with it, made into a ``Report``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from unicodedata import combining, normalize

from quellenlage.errors import NotTextError, TooLargeError
from quellenlage.intake import published as publication
from quellenlage.intake.facts import agencies_in, persons_in
from quellenlage.intake.marking import Furnishing, furnish
from quellenlage.model import Delivery, Published, Report

MOST_CHARACTERS = 5_000_000
# Stream-safe text (UAX 15) has at most 30 marks on a letter; sorting far longer runs takes quadratic time.
_MOST_MARKS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What came with a text and is not read out of it; ``published`` is ``None`` where it is not known."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    published: Published | None = None
    url: str | None = None
    delivery: Delivery | None = None


def from_text(  # noqa: PLR0913 - the fields of a report, all but the text by name
    text: str,
    *,
    uri: str = "<text>",
    title: str | None = None,
    outlet: str | None = None,
    authors: Iterable[str] = (),
    published: date | None = None,
    url: str | None = None,
) -> Report:
    """Make a report of a text, kept unchanged where it is NFC; a field that is given wins over what the text says."""
    known = Metadata(
        title=title,
        outlet=outlet,
        authors=tuple(authors),
        published=publication.given(published) if published else None,
        url=url,
    )
    return assemble(uri, text, known)


def assemble(uri: str, text: str, known: Metadata) -> Report:
    """Make the report: normalise, mark the furniture, and let what is known win over what the text states."""
    text, known = composed(text), _valid(known)
    found = furnish(text, known.title)
    report = Report(
        uri=uri,
        text=text,
        title=found.title,
        outlet=known.outlet,
        authors=_authors(known, found),
        agencies=_agencies(known, found),
        url=known.url,
        furniture=found.spans,
        delivery=known.delivery,
    )
    return replace(report, published=known.published or publication.stated(found.marks, report.id))


def _valid(known: Metadata) -> Metadata:
    """Give the fields as text that can be written: what a shell hands over need not be."""
    title, outlet, url = (composed(field) if field else field for field in (known.title, known.outlet, known.url))
    return replace(known, title=title, outlet=outlet, url=url, authors=tuple(map(composed, known.authors)))


def admit(text: str) -> str:
    """Give a text read from outside with ``\\n`` newlines. Raises ``UnreadableError`` where it is empty or too long."""
    if len(text) > MOST_CHARACTERS:
        raise TooLargeError(
            f"holds {len(text):,} characters, over the limit of {MOST_CHARACTERS:,}; split it into its reports"
        )
    if not text.strip("\ufeff\x00 \t\r\n\x0b\x0c\u00a0\u200b"):
        raise NotTextError("is empty; save the report's text again")
    if _too_many_marks(text):
        raise NotTextError("stacks more accents on one letter than any text does; save the report's text again")
    return composed(text.replace("\r\n", "\n").replace("\r", "\n"))


def composed(text: str) -> str:
    """Give the text in NFC; one that no text is (see ``admit``) comes back as it is.

    Half of a surrogate pair is no character and cannot be written; U+FFFD stands in its place, so offsets hold.
    """
    text = _SURROGATE.sub("\ufffd", text)
    return text if _too_many_marks(text) else normalize("NFC", text)


def _too_many_marks(text: str) -> bool:
    """Say whether a run of combining marks is longer than any text's."""
    if text.isascii():
        return False
    run = 0
    for match in _MARKED.finditer(text):
        run = match.end() - match.start()
        if run > _MOST_MARKS and sum(map(bool, map(combining, match.group()))) > _MOST_MARKS:
            return True
    return False


_SURROGATE = re.compile("[\ud800-\udfff]")
# Everything but letters, digits, spaces and ASCII: where the combining marks are.
_MARKED = re.compile(r"[^\x00-\x7f\w\s]{32,}")


def _authors(known: Metadata, found: Furnishing) -> tuple[str, ...]:
    if known.authors:
        return _distinct(person for author in known.authors for person in persons_in(author))
    return _distinct(author for mark in found.marks for author in mark.authors)


def _agencies(known: Metadata, found: Furnishing) -> tuple[str, ...]:
    """Join what the text credits with the agencies that stand among the authors."""
    named = [agency for author in known.authors for agency in agencies_in(author)]
    marks = sorted(found.marks, key=lambda mark: mark.span)
    return _distinct([*known.agencies, *named, *(agency for mark in marks for agency in mark.agencies)])


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
