"""An entity while it is being put together from its mentions."""

from collections import Counter
from dataclasses import dataclass, field

from quellenlage.language.naming import Office, is_code
from quellenlage.model import Entity, Form, Kind, Mention, Report, Span, content_id
from quellenlage.reading.names.spelling import fold

MANY = 12


@dataclass(slots=True, eq=False)
class Draft:
    """What is known of one entity so far."""

    kind: Kind
    named: bool
    key: str
    names: Counter[str] = field(default_factory=Counter)
    roles: dict[str, None] = field(default_factory=dict)
    offices: dict[Office, None] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    mentions: dict[Span, Form] = field(default_factory=dict)
    sentences: dict[int, int] = field(default_factory=dict)
    named_in: dict[int, int] = field(default_factory=dict)
    first: int = 0
    press: bool = False
    company: bool = False
    kin: bool = False
    accused: bool = False
    in_office: bool = False
    ages: set[str] = field(default_factory=set)

    def mention(self, span: Span, form: Form, sentence: int) -> None:
        """Add a mention.

        ``first`` is the first code point of the earliest; ``sentences`` says where the first one ends in each, and
        ``named_in`` the first by name.
        """
        self.first = min(self.first, span.start) if self.mentions else span.start
        self.mentions.setdefault(span, form)
        for ends in (self.sentences, self.named_in) if form is Form.NAME else (self.sentences,):
            ends[sentence] = min(ends.get(sentence, span.end), span.end)

    def fits(self, gender: str | None) -> bool:
        """Say whether nothing speaks against this gender."""
        return gender is None or not self.genders or gender in self.genders

    def name(self) -> str:
        """Give the best name: of a person the fullest, else the most frequent; ties go to the earlier one."""
        order = {name: i for i, name in enumerate(self.names)}
        full = self.kind is Kind.PERSON
        return min(self.names, key=lambda n: (-len(n.split()) if full else 0, -self.names[n], order[n]))

    def entity(self, report: Report) -> Entity:
        """Give the finished record."""
        name = self.name()
        return Entity(
            id=self.id(report), report=report.id, kind=self.kind, name=name, named=self.named,
            aliases=tuple(n for n in self.names if n != name), roles=tuple(r for r in self.roles if r != name),
        )  # fmt: skip

    def id(self, report: Report) -> str:
        """Give the entity's id: what it is, in this report, first met here."""
        return content_id("n", report.id, self.kind, self.key)

    def records(self, report: Report) -> list[Mention]:
        """Give the finished mentions."""
        me = self.id(report)
        return [Mention(report=report.id, span=span, form=form, entity=me) for span, form in self.mentions.items()]


def country_key(state: str) -> str:
    """Give the key of a country by its code, or of a place by its name where an office has that for its country."""
    return f"state {state}" if is_code(state) else f"{Kind.PLACE} {fold(state)}"


class Cast:
    """All entities of one report, by key."""

    def __init__(self) -> None:
        self.drafts: dict[str, Draft] = {}
        self.at: dict[Span, Draft] = {}
        self._presses: list[Draft] | None = None

    def draft(self, key: str, kind: Kind, named: bool) -> Draft:
        """Give the draft of ``key``, a new one if there is none."""
        found = self.drafts.get(key)
        if found is None:
            found = self.drafts[key] = Draft(kind, named, key)
        return found

    def companies(self) -> list[Draft]:
        """Give the named firms; none where there are so many that no reader would know."""
        found = [d for d in self.drafts.values() if d.company and d.named]
        return found if len(found) < MANY else []

    def presses(self) -> list[Draft]:
        """Give the newspapers and stations, if there are few enough to tell which one is meant."""
        if self._presses is None:
            self._presses = [d for d in self.drafts.values() if d.press]
        return self._presses if len(self._presses) < MANY else []

    def all(self) -> list[Draft]:
        """Give the drafts that the text refers to, in its order."""
        return sorted((d for d in self.drafts.values() if d.mentions and d.names), key=lambda d: (d.first, d.key))
