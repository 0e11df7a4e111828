"""What German grammar sees of names, of the groups that describe people and bodies, and of pronouns."""

from collections.abc import Iterator

from spacy.tokens import Doc

from quellenlage.language import table
from quellenlage.language.de.name_groups import Grouper
from quellenlage.language.de.offices import head, office
from quellenlage.language.de.places import known, phrases, state_of_adjective, state_of_name, stem
from quellenlage.language.de.recogniser import Found, given, recognise
from quellenlage.language.de.words import Words, words
from quellenlage.language.naming import Group, Name, Office, Pronoun, Sighting
from quellenlage.model import Kind, Span

__all__ = ["office", "same_body", "sight", "single", "state"]

APOSTROPHES = "’'‘"
DASHES = frozenset("–—-(")
OPENS_CLAUSE = frozenset({"", "$,", "$(", "$.", "ADV", "PROAV"})


def sight(doc: Doc) -> Sighting:
    """See the names, groups and pronouns of ``doc``; linear in its length."""
    text = words(doc)
    found = recognise(doc, text)
    forms = set(text.text)
    names = [_name(text, name, forms) for name in found]
    names += _compounds(
        text, found, {name.base for name in names} | {part for name in names for part in name.parts[-1:]}
    )
    groups = Grouper(text, found).groups() + list(_voices(text))
    order = sorted(names, key=lambda n: n.span)
    return Sighting(order, sorted(groups, key=lambda g: (g.span.start, -g.span.end)), list(_pronouns(text)))


def state(name: str, acting: bool = False) -> str | None:
    """Give the country that a text calls so: its name, *US*, its government, its side; a capital only if ``acting``."""
    capital = known(name) if acting else None
    found = state_of_name(name) or (capital.state if capital and capital.capital else None)
    if found:
        return found
    listed = next(_phrase_of(name), None)
    if listed:
        return listed
    post = office(name)
    if post:
        return post.state if post.title == "regierung" else None
    words = name.split()
    side = len(words) == 2 and words[1].lower() in table("de", "names")["side"]
    return state_of_adjective(words[0]) if side else None


def single(post: Office) -> bool:
    """Say whether a country has one holder of this office at a time: its minister, not its official."""
    return post.state is not None and (post.title in table("de", "names")["offices"] or post.title.endswith("minister"))


def specific(post: Office) -> bool:
    """Say whether a title is a compound that says more than what somebody does: *Werksleiter*, but not *Sprecher*."""
    data = table("de", "names")
    plain = {word.lower() for word in (*data["person"], *data["alone"]["person"])}
    return post.title not in plain and not post.title.endswith(tuple(data["vague"]))


def _phrase_of(name: str) -> Iterator[str]:
    stems = tuple(stem(word) for word in name.split())
    for wanted, found in phrases().get(stems[0], ()) if stems else ():
        if wanted == stems and found.state:
            yield found.state


def same_body(name: str) -> str:
    """Give the one name under which a body of several names is known: *UNO* is *UN*."""
    for names in table("de", "names")["bodies"]["same"]:
        if name in names:
            return str(names[0])
    return name


def _name(text: Words, name: Found, forms: set[str]) -> Name:
    listed = name.listed
    base = _base(text, name, forms)
    capital = bool(listed and listed.capital)
    return Name(
        span=text.span(name.begin, name.end),
        base=base,
        kind=name.kind,
        sentence=text.line[name.begin],
        state=listed.state if listed else None,
        capital=capital,
        acts=not capital or _acts(text, name),
        gender=_gender(text, name),
        press=name.press,
    )


def _base(text: Words, name: Found, forms: set[str]) -> str:
    """Give a name without the genitive's -s: listed names by their list, others by the text around them."""
    parts = text.text[name.begin : name.end]
    last = parts[-1].rstrip(APOSTROPHES) or parts[-1]
    if name.listed:
        return name.listed.name if len(parts) > 1 or name.listed.name in (last, last[:-1], last[:-2]) else last
    if last.endswith("s") and len(last) > 3 and not last.endswith("ss") and last not in given():
        possessor = text.tag_at(name.end, name.begin) in {"NN", "ADJA", "NNA"} or (
            text.tag_at(name.begin - 1, name.begin) == "NN" and head(text.text[name.begin - 1]) is None
        )
        if last[:-1] in forms or (last[:-1] in given() and possessor) or (possessor and name.kind is Kind.PERSON):
            last = last[:-1]
    return " ".join([*parts[:-1], last])


def _gender(text: Words, name: Found) -> str | None:
    if name.kind is not Kind.PERSON:
        return None
    before = text.at(name.begin - 1, name.begin)
    if before in {"Frau", "Herr", "Herrn"}:
        return "f" if before == "Frau" else "m"
    told = given().get(text.text[name.begin])
    return told if told in {"m", "f"} and name.end - name.begin > 1 else None


def _acts(text: Words, name: Found) -> bool:
    """Say whether a capital stands for its government: bare, right beside the finite verb of an act.

    *Kopenhagen wies das zurück* acts; *in Kopenhagen*, *Kopenhagen liegt*, *Kopenhagen (dpa) -* do not.
    """
    before, after = text.tag_at(name.begin - 1, name.begin), text.tag_at(name.end, name.begin)
    if before == "KOUS":
        return True
    still = table("de", "names")["verbs"]["still"]
    if before in OPENS_CLAUSE and after.endswith("FIN"):
        return text.lemma[name.end] not in still
    opens = before.endswith("FIN") and text.tag_at(name.begin - 2, name.begin) in OPENS_CLAUSE
    return opens and text.lemma[name.begin - 1] not in still and text.at(name.end, name.begin) not in DASHES


def _compounds(text: Words, found: list[Found], bases: set[str]) -> list[Name]:
    """Find the names in front of a hyphen: *US-Truppen*, *Weber-Besuch* where the text knows a Weber."""
    inside = {i for name in found for i in range(name.begin, name.end)}
    kinds: dict[str, Kind] = {}
    for name in found:
        if name.kind is Kind.PERSON:
            kinds.setdefault(text.text[name.end - 1], Kind.PERSON)
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


def _voices(text: Words) -> Iterator[Group]:
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


def _pronouns(text: Words) -> Iterator[Pronoun]:
    """Find *er* and *sie* right beside a singular verb of saying, knowing or wanting."""
    human = frozenset(table("de", "names")["verbs"]["human"])
    for i, word in enumerate(text.text):
        lower = word.lower()
        if (
            lower not in {"er", "sie"}
            or text.tag[i] != "PPER"
            or (lower == "sie" and word == "Sie" and text.at(i - 1, i))
        ):
            continue
        for k in (i - 1, i + 1):
            if text.tag_at(k, i).endswith("FIN") and text.lemma[k] in human and not text.plural[k]:
                yield Pronoun(span=text.span(i, i + 1), sentence=text.line[i], gender="m" if lower == "er" else "f")
                break
