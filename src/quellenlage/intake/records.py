"""JSON and JSON Lines: a report is an object with ``text`` and any of title, outlet, authors, published, url."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import msgspec

from quellenlage.errors import NotTextError, TooLargeError, UnreadableError
from quellenlage.intake.decoding import decode
from quellenlage.intake.published import from_field
from quellenlage.intake.report import Metadata, admit, assemble
from quellenlage.model import Report, Skipped

SUFFIXES = (".json",)
LINE_SUFFIXES = (".jsonl", ".ndjson")
# Parsed, the smallest values take fifty times the room that they take in the file.
MOST_CHARACTERS_PARSED = 10_000_000
MOST_RECORDS = 100_000

_WHAT = 'a report is an object such as {"text": "…", "published": "2021-03-02"}'


def read(raw: bytes, uri: str, known: Metadata) -> Iterator[Report | Skipped]:
    """Read one object, or a list of them (``uri#2`` is the second). Raises ``UnreadableError`` for bad JSON."""
    found = parsed(raw)
    if not isinstance(found, list):
        yield _report(found, uri, known)
        return
    if not found:
        raise NotTextError("is an empty list; " + _WHAT)
    if len(found) > MOST_RECORDS:
        raise TooLargeError(f"is a list of more than {MOST_RECORDS:,}; give one report a line in a .jsonl")
    for number, item in enumerate(found, start=1):
        yield _attempt(item, f"{uri}#{number}", known)


def read_lines(raw: bytes, uri: str, known: Metadata) -> Iterator[Report | Skipped]:
    """Read one object a line (``uri#3`` is line 3); blank lines are passed over. Raises ``UnreadableError``."""
    text = decode(raw)
    if not text.strip():
        raise NotTextError("is empty; " + _WHAT)
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _attempt(line, f"{uri}#{number}", known, parse=True)


def parsed(raw: bytes) -> Any:
    """Parse a JSON file. Raises ``UnreadableError`` where it is none, or is too large to be one report."""
    return _parse(decode(raw))


def _attempt(item: Any, uri: str, known: Metadata, *, parse: bool = False) -> Report | Skipped:
    try:
        return _report(_parse(item) if parse else item, uri, known)
    except UnreadableError as error:
        return Skipped(uri=uri, reason=str(error))


def _parse(text: str) -> Any:
    if len(text) > MOST_CHARACTERS_PARSED:
        raise TooLargeError(
            f"is JSON over {MOST_CHARACTERS_PARSED // 1_000_000} MB in one piece; give one report a line in a .jsonl"
        )
    try:
        return msgspec.json.decode(text.strip())
    except (msgspec.DecodeError, RecursionError, UnicodeError, ValueError) as error:
        cause = "nested too deeply" if isinstance(error, RecursionError) else str(error).splitlines()[0]
        raise NotTextError(f"is no valid JSON ({cause}); {_WHAT}") from None


def _report(item: Any, uri: str, known: Metadata) -> Report:
    if not isinstance(item, dict):
        raise NotTextError(f"is {_kind(item)}, no object; {_WHAT}")
    text = _field(item, "text")
    if text is None:
        raise NotTextError('has no "text"; ' + _WHAT)
    return assemble(uri, admit(text), _metadata(item, known))


def _metadata(item: dict[str, Any], known: Metadata) -> Metadata:
    """Join the object's fields with what the caller knows; the object's own win."""
    stamp = _field(item, "published")
    return replace(
        known,
        title=_field(item, "title") or known.title,
        outlet=_field(item, "outlet") or known.outlet,
        authors=_authors(item) or known.authors,
        published=(from_field(stamp) if stamp else None) or known.published,
        url=_field(item, "url") or known.url,
    )


def _field(item: dict[str, Any], name: str) -> str | None:
    value = item.get(name)
    if value is not None and not isinstance(value, str):
        raise NotTextError(f'has {_kind(value)} as "{name}"; give it as a string')
    return (value if name == "text" else " ".join(value.split())) if value else value


def _authors(item: dict[str, Any]) -> tuple[str, ...]:
    value = item.get("authors")
    names = [value] if isinstance(value, str) else [] if value is None else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise NotTextError(f'has {_kind(value)} as "authors"; give a list of strings')
    return tuple(" ".join(name.split()) for name in names)


def _kind(value: Any) -> str:
    names = {bool: "true or false", dict: "an object", list: "a list with other things than strings", str: "a string"}
    return names.get(type(value), "null" if value is None else "a number")
