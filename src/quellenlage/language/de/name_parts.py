"""Names and bodies that are part of a word: *US-Truppen*, *Polizeiangaben*, *der Klinik-Chef*."""

from collections.abc import Iterator

from quellenlage.language import table
from quellenlage.language.de.found_names import Found
from quellenlage.language.de.offices import head, title
from quellenlage.language.de.places import known, state_of_name
from quellenlage.language.de.words import Words
from quellenlage.language.naming import Group, Name, Office
from quellenlage.model import Kind, Span


def compounds(text: Words, found: list[Found], bases: set[str]) -> list[Name]:
    """Find the names in front of a hyphen: *US-Truppen*, *Weber-Besuch* where the text knows a Weber."""
    inside = {i for name in found for i in range(name.begin, name.end)}
    kinds: dict[str, Kind] = {}
    for name in found:
        if name.kind is Kind.PERSON or (name.end - name.begin == 1 and name.kind is not Kind.UNKNOWN):
            kinds.setdefault(text.text[name.end - 1], name.kind)
    out = []
    for i, word in enumerate(text.text):
        if "-" not in word or i in inside or not word[0].isupper():
            continue
        first = word.split("-", 1)[0]
        code, listed = state_of_name(first), known(first)
        kind = listed.kind if listed else Kind.PLACE if code else kinds.get(first)
        if kind and (listed or code or first in bases):
            span = Span(text.start[i], text.start[i] + len(first))
            out.append(
                Name(
                    span=span,
                    base=listed.name if listed else first,
                    kind=kind,
                    sentence=text.line[i],
                    state=code,
                    acts=bool(code),
                    part=True,
                )
            )
    return out


def voices(text: Words) -> Iterator[Group]:
    """Find compounds whose first part speaks: *US-Angaben*, *Polizeiangaben*, *Regierungskreise*."""
    data = table("de", "names")
    for i, word in enumerate(text.text):
        lower = word.lower()
        last = next((v for v in data["voice"] if lower.endswith(v) and len(lower) > len(v) + 1), None)
        last = last or next((v for v in data["voice_of_name"] if lower.endswith("-" + v)), None)
        if last is None:
            continue
        first = word[: -len(last)].rstrip("-")
        yield from _voice(text, i, first)


def bodies_of_people(text: Words) -> Iterator[Group]:
    """Find the body that a hyphen joins to its people: *der Klinik-Chef*."""
    for i, word in enumerate(text.text):
        first, _, rest = word.partition("-")
        body, person = (head(first), head(rest)) if rest else (None, None)
        if body and person and body.kind is Kind.ORGANISATION and person.kind is Kind.PERSON:
            yield Group(
                span=Span(text.start[i], text.start[i] + len(first)),
                base=first,
                kind=Kind.ORGANISATION,
                sentence=text.line[i],
                head=body.base,
                office=Office(title(body.base)[0], None),
            )


def _voice(text: Words, i: int, first: str) -> Iterator[Group]:
    code, body = state_of_name(first), head(first) or head(first.removesuffix("s"))
    span = Span(text.start[i], text.start[i] + len(text.text[i]))
    if code:
        yield Group(
            span=span,
            base=first,
            kind=Kind.PLACE,
            sentence=text.line[i],
            head="angaben",
            office=Office("side", code),
            side=True,
        )
    elif body and body.kind is Kind.ORGANISATION:
        base = first if head(first) else first.removesuffix("s")
        yield Group(
            span=span,
            base=base,
            kind=Kind.ORGANISATION,
            sentence=text.line[i],
            head=body.base,
            office=Office(body.base, None),
        )
