"""Reader of the reports we wrote and annotated ourselves; the format stands in `training/reports/README.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

REPORTS = Path(__file__).parent / "reports"
TYPES = ("Direct", "Indirect", "FreeIndirect", "IndirectFreeIndirect", "Reported")
MEDIA = ("Speech", "Writing", "Thought", "ST", "SW", "TW")
STANCES = ("asserts", "announces", "confirms", "denies", "doubts", "demands", "warns", "asks")
FACTUALITY = ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu")
ROLES = {"c": "content", "s": "source", "q": "cue", "f": "frame", "a": "addressee"}

_MARK = re.compile(r"\{(\d{1,3}[csqfa](?:,\d{1,3}[csqfa])*):")
_FIELD = re.compile(r"field: (\S.*)")
_HEADER = re.compile(r"(\d{1,3}): (\S+) (\S+)(?: (\S+)(?: (\S+))?)?")

Span = tuple[int, int]
Kind = tuple[str, ...]  # type, medium and, where they are given, stance and factuality
Labels = list[tuple[int, str]]  # number of the statement, role


class FormatError(ValueError):
    """A report that breaks the format; the message says file, line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement; spans are code points into the text without marks, end exclusive, in the order of the text.

    Stance and factuality are empty where they were not annotated.
    """

    number: int
    type: str
    medium: str
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    stance: str = ""
    factuality: str = ""


@dataclass(frozen=True, slots=True)
class Annotated:
    """One report without its marks, its field, and its statements by number."""

    text: str
    field: str
    statements: tuple[Statement, ...]


def read(path: Path) -> Annotated:
    """The report of one file; `FormatError` where it breaks the format."""
    return parse(path.read_text(encoding="utf-8"), path.name)


def read_all(folder: Path = REPORTS) -> dict[str, Annotated]:
    """Every report of the folder by the stem of its file's name, in that order."""
    return {path.stem: read(path) for path in sorted(folder.glob("[a-z][0-9]*.txt"))}


def parse(source: str, name: str = "report") -> Annotated:
    """The report of a string with header and marks; `name` is for messages."""
    header, blank, marked = source.partition("\n\n")
    if not blank:
        raise FormatError(f"{name}:1: no blank line between header and text")
    field, kinds = _header(header, name)
    text, spans = _unmark(marked, name, header.count("\n") + 3)
    if unknown := {number for number, _ in spans} - set(kinds):
        raise FormatError(f"{name}: marks of statement {min(unknown)}, which the header does not name")
    return Annotated(text, field, tuple(_statement(number, kinds[number], spans, name) for number in sorted(kinds)))


def _header(header: str, name: str) -> tuple[str, dict[int, Kind]]:
    first, *rest = header.split("\n")
    field = _FIELD.fullmatch(first)
    if not field:
        raise FormatError(f"{name}:1: the first line must read `field: NAME`")
    kinds: dict[int, Kind] = {}
    for line, row in enumerate(rest, start=2):
        number, kind = _kind(row, f"{name}:{line}")
        if number in kinds:
            raise FormatError(f"{name}:{line}: statement {number} stands twice in the header")
        kinds[number] = kind
    return field[1], kinds


def _kind(row: str, where: str) -> tuple[int, Kind]:
    match = _HEADER.fullmatch(row)
    if not match:
        raise FormatError(f"{where}: `{row}` must read `N: TYPE MEDIUM [STANCE [FACTUALITY]]`")
    number, *kind = [part for part in match.groups() if part]
    for given, allowed in zip(kind, (TYPES, MEDIA, STANCES, FACTUALITY), strict=False):
        if given not in allowed:
            raise FormatError(f"{where}: `{given}` is none of {', '.join(allowed)}")
    return int(number), tuple(kind)


def _unmark(marked: str, name: str, first_line: int) -> tuple[str, dict[tuple[int, str], list[Span]]]:
    """The text without marks and the spans by statement and role; line numbers count from the top of the file."""
    kept: list[str] = []
    length = 0
    opened: list[tuple[Labels, int, int]] = []
    spans: dict[tuple[int, str], list[Span]] = {}
    line = first_line
    for piece in _pieces(marked.rstrip("\n")):
        if labels := _labels(piece):
            opened.append((labels, length, line))
        elif piece == "}":
            if not opened:
                raise FormatError(f"{name}:{line}: a closing brace without a mark")
            labels, start, _ = opened.pop()
            if start == length:
                raise FormatError(f"{name}:{line}: an empty mark")
            for label in labels:
                spans.setdefault(label, []).append((start, length))
        elif piece == "{":
            raise FormatError(f"{name}:{line}: an opening brace that starts no mark like {{1c:")
        else:
            kept.append(piece)
            length += len(piece)
            line += piece.count("\n")
    if opened:
        raise FormatError(f"{name}:{opened[-1][2]}: a mark that is never closed")
    return "".join(kept), {label: sorted(found) for label, found in spans.items()}


def _pieces(marked: str) -> Iterator[str]:
    """Openings of marks, single braces, and the runs of text between them."""
    at = 0
    for brace in re.finditer(r"[{}]", marked):
        if brace.start() < at:
            continue
        if brace.start() > at:
            yield marked[at : brace.start()]
        opening = _MARK.match(marked, brace.start())
        at = opening.end() if opening else brace.end()
        yield opening[0] if opening else brace[0]
    if at < len(marked):
        yield marked[at:]


def _labels(piece: str) -> Labels:
    match = _MARK.fullmatch(piece)
    return [(int(label[:-1]), ROLES[label[-1]]) for label in match[1].split(",")] if match else []


def _statement(number: int, kind: Kind, spans: dict[tuple[int, str], list[Span]], name: str) -> Statement:
    if (number, "content") not in spans:
        raise FormatError(f"{name}: statement {number} has no content")
    roles = {role: tuple(spans.get((number, role), ())) for role in ROLES.values()}
    for role, found in roles.items():
        if any(one[1] > other[0] for one, other in pairwise(found)):
            raise FormatError(f"{name}: spans of the {role} of statement {number} overlap")
    stance, factuality = (*kind[2:], "", "")[:2]
    return Statement(number, kind[0], kind[1], **roles, stance=stance, factuality=factuality)
