"""Bodies whose full name stands beside their acronym: *der Neue Ruderbund (NRB)*, *der NRB (Neuer Ruderbund)*."""

from quellenlage.language.de.offices import head
from quellenlage.language.de.recogniser import Found
from quellenlage.language.de.words import Words
from quellenlage.language.naming import Group, Office
from quellenlage.model import Kind

LONGEST = 8


def spelled_out(words: Words, names: list[Found]) -> list[tuple[Group, int, int]]:
    """Find the full names beside an acronym, one of the two in brackets, each with the words it spans."""
    out = []
    for name in filter(lambda n: _is_acronym(words, n), names):
        found = _before(words, name) or _behind(words, name)
        if found:
            begin, end = found
            out.append((_phrase(words, begin, end, name), begin, end))
    return out


def _is_acronym(words: Words, name: Found) -> bool:
    single = name.end - name.begin == 1 and name.kind in {Kind.ORGANISATION, Kind.UNKNOWN}
    return single and sum(c.isupper() for c in words.text[name.begin]) > 1


def _before(words: Words, name: Found) -> tuple[int, int] | None:
    """Find the full name before an acronym that stands in brackets."""
    i = name.begin
    bracketed = words.at(i - 1, i) == "(" and words.at(name.end, i) == ")"
    begin = _begin(words, name) if bracketed else None
    return None if begin is None else (begin, i - 1)


def _behind(words: Words, name: Found) -> tuple[int, int] | None:
    """Find the full name that stands in brackets behind its acronym."""
    begin, i = name.end + 1, name.begin
    if words.at(name.end, i) != "(" or words.at(begin, i)[:1] != words.text[i][0]:
        return None
    end = next((k for k in range(begin, min(begin + LONGEST, len(words))) if words.text[k] == ")"), 0)
    good = end > begin + 1 and words.joined(i, end + 1) and _holds(words.text[begin:end], words.text[i])
    return (begin, end) if good else None


def _begin(words: Words, name: Found) -> int | None:
    """Walk back from the bracket to the word from which on the letters hold the acronym's in order."""
    bracket, acronym = name.begin - 1, words.text[name.begin]
    for i in range(bracket - 1, max(-1, bracket - 1 - LONGEST), -1):
        tag = words.tag[i]
        if not words.joined(i, bracket + 1) or tag[:1] == "$" or tag.endswith("FIN"):
            return None
        if (
            words.text[i][0] == acronym[0]
            and (bracket - i > 1 or tag == "NN")
            and _holds(words.text[i:bracket], acronym)
        ):
            return i
    return None


def _holds(phrase: list[str], acronym: str) -> bool:
    letters = iter("".join(phrase).casefold())
    return all(letter in letters for letter in acronym.casefold())


def _phrase(words: Words, begin: int, end: int, name: Found) -> Group:
    heads = (head(text) for text in words.text[begin:end])
    found = next((h for h in heads if h and h.kind is Kind.ORGANISATION), None)
    base = " ".join(words.text[begin:end])
    noun = found.base if found else base.lower()
    span, acronym = words.span(begin, end), words.span(name.begin, name.end)
    line, office = words.line[begin], Office(noun, None)
    return Group(span=span, base=base, kind=Kind.ORGANISATION, sentence=line, head=noun, office=office, acronym=acronym)
