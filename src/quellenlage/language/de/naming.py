"""What German grammar sees of names, of the groups that describe people and bodies, and of pronouns."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from spacy.tokens import Doc

from quellenlage.language import table
from quellenlage.language.de.accused import is_accused
from quellenlage.language.de.found_names import sets
from quellenlage.language.de.homes import adjective_stem, home, homes
from quellenlage.language.de.inflection import is_adjectival
from quellenlage.language.de.name_groups import Grouper, Seats
from quellenlage.language.de.name_parts import bodies_of_people, compounds, voices
from quellenlage.language.de.offices import head, office, seated
from quellenlage.language.de.offices import specific as is_specific
from quellenlage.language.de.places import known, phrases, state_of_adjective, state_of_name, stem
from quellenlage.language.de.recogniser import Found, given, recognise
from quellenlage.language.de.words import Words, words
from quellenlage.language.naming import Name, Office, Pronoun, Sighting
from quellenlage.model import Kind

__all__ = ["office", "same_body", "sight", "single", "state"]

AGE = re.compile(r"(\d{1,3})(?:-[Jj]ährig| Jahre alt)|[ ]?\((\d{1,3})\)|, (\d{1,3}),")
SHORTEST_COMPOUND = 6
APOSTROPHES = "’'‘"
DASHES = frozenset("–—-(")
OPENS_CLAUSE = frozenset({"", "$,", "$(", "$.", "ADV", "PROAV"})


def sight(doc: Doc) -> Sighting:
    """See the names, groups and pronouns of ``doc``; linear in its length."""
    text = words(doc)
    found = recognise(doc, text)
    forms = set(text.text) | _owners(text, found)
    whole = _whole(text, found)
    names = [_name(text, name, forms, whole) for name in found]
    names += compounds(
        text, found, {name.base for name in names} | {part for name in names for part in name.parts[-1:]}
    )
    groups = Grouper(text, found, _seats(text, found, names)).groups()
    groups += [*voices(text), *bodies_of_people(text)]
    order = sorted(names, key=lambda n: n.span)
    return Sighting(order, sorted(groups, key=lambda g: (g.span.start, -g.span.end)), list(_pronouns(text, doc, found)))


def _owners(text: Words, found: list[Found]) -> set[str]:
    """Give the places that a text knows by their genitive alone, as an adjective or the noun before shows.

    *Varnlands* beside *varnländisch*; *der Präsident Varnlands*.
    """
    ending = {
        text.text[one.begin][:-1]: one
        for one in found
        if one.end - one.begin == 1 and one.kind is Kind.PLACE and text.text[one.begin].endswith("s")
    }
    adjectives = {word for word, tag in zip(text.text, text.tag, strict=True) if tag == "ADJA"}
    owned = {bare for bare, one in ending.items() if _of_office(text, one.begin)}
    return owned | set(homes(ending, adjectives).values())


def _of_office(text: Words, i: int) -> bool:
    noun = head(text.at(i - 1, i)) if text.tag_at(i - 1, i) == "NN" else None
    return noun is not None and noun.kind is Kind.PERSON


def _seats(text: Words, found: list[Found], names: list[Name]) -> Seats:
    """Collect the places that no list knows; ``names`` are those of ``found`` one by one, and may go on."""
    places = {
        one.begin: name.base
        for one, name in zip(found, names, strict=False)
        if name.kind is Kind.PLACE and one.listed is None
    }
    adjectives = {word for word, tag in zip(text.text, text.tag, strict=True) if tag == "ADJA"}
    return Seats(homes(places.values(), adjectives), places)


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


def places_called(places: Iterable[str], texts: Iterable[str]) -> dict[str, str]:
    """Give the places that no list knows by name, and by the stems of their adjectives as ``texts`` have them."""
    unlisted = {place for place in places if known(place) is None}
    found = homes(unlisted, {word for text in texts for word in text.split()})
    return found | {place: place for place in unlisted}


def office_among(description: str, places: Mapping[str, str]) -> Office | None:
    """Read an office as ``office`` does; without a country it may belong to one of ``places_called``."""
    post = office(description)
    if post is None or post.state is not None:
        return post
    words = description.split()
    found = (places.get(word) or places.get(word[:-1]) or home(word, places) for word in words)
    state = next((place for place in found if place), None)
    return post._replace(state=state or _foreign(description, words))


def _foreign(description: str, words: list[str]) -> str | None:
    """Give an adjective in -isch as it stands, so that two persons' offices with different ones are two."""
    person = any((noun := head(word)) and noun.kind is Kind.PERSON for word in words)
    return next((stem for word in words[:-1] if (stem := adjective_stem(word))), None) if person else None


def genders(names: Iterable[str], roles: Iterable[str]) -> set[str]:
    """Give the genders that a person's given names and titles tell; nouns declined as adjectives tell none."""
    found = {given().get(name.split()[0], "?") for name in names if " " in name}
    nouns = (head(word) for role in roles for word in role.split()[:3] if word[:1].isupper())
    found |= {noun.gender for noun in nouns if noun and noun.kind is Kind.PERSON and not is_adjectival(noun.base)}
    return found & {"m", "f"}


def is_indefinite(text: str) -> bool:
    """Say whether a description begins with the indefinite article, so that it may mean anybody: *ein Minister*."""
    return text.split(" ", 1)[0].lower() in {"ein", "eine", "einem", "einen", "einer", "eines"}


def tells(description: str, names: Container[str]) -> bool:
    """Say whether a body's description of several words is one of its own: by a name, an origin or a remit.

    *Staatsanwaltschaft Neustadt*, *Landesamt für Vogelschutz*, not *behandelnde Klinik*. ``names`` are in lower case.
    """
    words = description.split()
    return len(words) > 1 and (
        "für" in words or words[-1].casefold() in names or any(adjective_stem(word) for word in words[:-1])
    )


def addressed(before: str) -> set[str]:
    """Give the gender that the word before a name tells: *Herr*, *Frau*."""
    last = before.split()[-1:] if before[-1:].isspace() else []
    return {"f"} if last == ["Frau"] else {"m"} if last in (["Herr"], ["Herrn"]) else set()


def is_seated(post: Office) -> bool:
    """Say whether a place has one body of this noun: its police, its fire brigade."""
    return seated(post.title)


def anaphoric(post: Office) -> bool:
    """Say whether a body's noun by itself only takes up what the same report has named: *die Behörde*."""
    return post.title in table("de", "names")["anaphoric"]


def single(post: Office) -> bool:
    """Say whether a country has one holder of this office at a time: its minister, not its official."""
    held = post.title in table("de", "names")["offices"] or post.title.endswith("minister")
    return post.state is not None and held and not post.title.startswith("ex")


def specific(post: Office) -> bool:
    """Say whether a title is likely one person's in a story: *Werksleiter*, *Bürgermeister*, but not *Sprecher*."""
    return is_specific(post.title)


def _phrase_of(name: str) -> Iterator[str]:
    stems = tuple(stem(word) for word in name.split())
    for wanted, found in phrases().get(stems[0], ()) if stems else ():
        if wanted == stems and found.state:
            yield found.state


def shortened(post: Office) -> bool:
    """Say whether a body's noun stands for a longer one across reports: *das Amt*, *das Landeswahlamt*."""
    if post.title in table("de", "names")["shortened"]:
        return True
    return len(post.title) > SHORTEST_COMPOUND and not anaphoric(post) and not is_seated(post)


def one_of_its_kind(post: Office) -> bool:
    """Say whether a story has one such person even where nobody names him: *der Kapitän*, *der Ex-Schatzmeister*."""
    return post.title.removeprefix("ex") in table("de", "names")["only"]


def age_told(text: str) -> str | None:
    """Read the age in a description, or at the start of what stands behind a name: *58-Jähriger*, *(58)*."""
    found = AGE.match(text)
    return next(filter(None, found.groups())) if found else None


def taken_up(name: str) -> frozenset[str]:
    """Give the nouns of wide meaning that can take up a body's name or noun: *Landesamt* is *die Behörde*."""
    data, words = table("de", "names"), name.replace("-", " ").split()
    ends = {wide for wide, found in data["taken_up"].items() if any(w.lower().endswith(tuple(found)) for w in words)}
    return frozenset(ends | {wide for wide, found in data["taken_up_whole"].items() if set(words) & set(found)})


def same_body(name: str) -> str:
    """Give the one name under which a body of several names is known: *UNO* is *UN*."""
    for names in table("de", "names")["bodies"]["same"]:
        if name in names:
            return str(names[0])
    return name


def _name(text: Words, name: Found, forms: set[str], whole: set[str]) -> Name:
    listed = name.listed
    base = _base(text, name, forms, whole)
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
        age=_age(text, name) if name.kind is Kind.PERSON else None,
        accused=name.kind is Kind.PERSON and is_accused(text, name.begin, name.end),
        head=_noun(text, name) if name.kind is Kind.ORGANISATION else None,
    )


def _whole(text: Words, found: list[Found]) -> set[str]:
    """Give the surnames on -s that own nothing where they stand: of *Peters schwieg* the -s is no ending."""
    standing = (one for one in found if one.kind is Kind.PERSON and not _owns_beside(text, one))
    return {_last(text, one) for one in standing if text.text[one.end - 1].endswith("s")}


def _base(text: Words, name: Found, forms: set[str], whole: set[str]) -> str:
    """Give a name without the genitive's -s: listed names by their list, others by the text around them."""
    parts = text.text[name.begin : name.end]
    last = _last(text, name)
    if name.listed:
        return name.listed.name if len(parts) > 1 or name.listed.name in (last, last[:-1], last[:-2]) else last
    ends = last.endswith("s") and len(last) > 3 and not last.endswith("ss") and last not in given()
    if ends and not _has_apostrophe(text, name):
        possessor = _owns_beside(text, name)
        owner = possessor and last not in whole and (name.kind is Kind.PERSON or _owns(text, name))
        if last[:-1] in forms or (last[:-1] in given() and possessor) or owner:
            last = last[:-1]
    return " ".join([*parts[:-1], last])


def _last(text: Words, name: Found) -> str:
    word = text.text[name.end - 1]
    return word.rstrip(APOSTROPHES) or word


def _has_apostrophe(text: Words, name: Found) -> bool:
    """Say whether an apostrophe stands for the genitive's -s, which a name on -s cannot take: *Lübbers’*."""
    return text.text[name.end - 1].endswith(tuple(APOSTROPHES)) or text.at(name.end, name.begin) in set(APOSTROPHES)


def _owns_beside(text: Words, name: Found) -> bool:
    """Say whether a noun stands behind a name, or one that calls nobody before it: *Peters Haus*, *das Haus Peters*."""
    before = text.text[name.begin - 1] if name.begin else ""
    noun = text.tag_at(name.begin - 1, name.begin) == "NN" and head(before) is None
    behind = text.tag_at(name.end, name.begin) in {"NN", "ADJA", "NNA"}
    return behind or (noun and before not in sets()["address"])


def _noun(text: Words, name: Found) -> str | None:
    """Find what a body is by its name's first such noun: *Landesamt für Vogelschutz*."""
    nouns = (head(word) for word in text.text[name.begin : name.end])
    return next((noun.base for noun in nouns if noun and noun.kind is Kind.ORGANISATION), None)


def _age(text: Words, name: Found) -> str | None:
    """Read the age behind a name: *Weber (59)*, *Weber, 59,*."""
    i = name.end
    fits = text.at(i, name.begin) in {"(", ","} and text.at(i + 1, name.begin).isdigit()
    return text.text[i + 1] if fits and text.at(i + 2, name.begin) in {")", ","} else None


def _owns(text: Words, name: Found) -> bool:
    """Say whether a place stands as an owner before a noun: *Varnlands Minister*, but not *in Worms Wein*."""
    noun = text.tag_at(name.end, name.begin) in {"NN", "ADJA"}
    return name.kind is Kind.PLACE and noun and text.tag_at(name.begin - 1, name.begin) not in {"APPR", "NN"}


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


def _pronouns(text: Words, doc: Doc, found: list[Found]) -> Iterator[Pronoun]:
    """Find *er* and *sie* that mean a person: beside a verb of what people do, or without a rival."""
    bodies = {i for one in found if one.kind is Kind.ORGANISATION for i in range(one.begin, one.end)}
    for i, word in enumerate(text.text):
        lower = word.lower()
        if lower not in {"er", "sie"} or text.tag[i] != "PPER" or (word == "Sie" and text.at(i - 1, i)):
            continue
        gender = "m" if lower == "er" else "f"
        sure = _acts_human(text, i)
        if sure or (_opens(text, i) and _carries_on(text, doc, i) and not _rivals(text, doc, bodies, i)):
            yield Pronoun(span=text.span(i, i + 1), sentence=text.line[i], gender=gender, sure=sure)


def _acts_human(text: Words, i: int) -> bool:
    human = sets()["human"]
    beside = (k for k in (i - 1, i + 1) if text.tag_at(k, i).endswith("FIN"))
    return any(text.lemma[k] in human and not text.plural[k] for k in beside)


def _opens(text: Words, i: int) -> bool:
    """Say whether a pronoun is the first word of its sentence and the subject of the verb behind it."""
    return not text.at(i - 1, i) and text.tag_at(i + 1, i).endswith("FIN") and not text.plural[i + 1]


def _carries_on(text: Words, doc: Doc, i: int) -> bool:
    """Say whether the sentence stands in one paragraph with the one before."""
    return i > 0 and not any(token.is_space and "\n" in token.text for token in doc[text.token[i - 1] : text.token[i]])


def _rivals(text: Words, doc: Doc, bodies: set[int], i: int) -> bool:
    """Say whether the sentence before has a thing or a body that the pronoun may take up, or may have one."""
    gender = "Masc" if text.text[i].lower() == "er" else "Fem"
    k = i - 1
    while k >= 0 and text.line[k] == text.line[i - 1]:
        noun = head(text.text[k]) if text.tag[k] == "NN" else None
        if k in bodies or (text.tag[k] == "NN" and (noun is None or noun.kind is not Kind.PERSON)):
            told = doc[text.token[k]].morph.get("Gender", [])
            if gender in told or not told:
                return True
        k -= 1
    return False
