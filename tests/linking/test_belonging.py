"""To whom somebody belongs who is brought in by a possessive."""

import pytest

from quellenlage.linking.belonging import owners
from quellenlage.model import Actor, Entity, Form, Kind, Mention, Reading, Report, Span

NAMES = {"Nordwerk": Kind.ORGANISATION, "Eva Lund": Kind.PERSON, "Jan Holm": Kind.PERSON, "Polizei": Kind.ORGANISATION}
ROLES = {"Maria Kolb": ("Oberstaatsanwältin",), "Otto Brand": ("Oberstaatsanwalt",), "Ute Sand": ("Malerin",)}
NAMES |= dict.fromkeys(ROLES, Kind.PERSON)


def told(text: str) -> dict[str, str]:
    """Give who belongs to whom, by name."""
    report = Report(uri="r", text=text, id="r")
    names = {name: kind for name, kind in NAMES.items() if name in text}
    entities = tuple(Entity(id=f"e:{name}", report="r", kind=kind, name=name) for name, kind in names.items())
    mentions = tuple(
        Mention(
            report="r",
            span=Span(text.index(name), text.index(name) + len(name)),
            form=Form.NAME,
            entity=f"e:{name}",
        )
        for name in names
    )
    actors = [
        Actor(id=name, name=name, kind=kind, roles=ROLES.get(name, ()), entities=(f"e:{name}",))
        for name, kind in names.items()
    ]
    return owners(actors, [Reading(report=report, entities=entities, mentions=mentions)])


@pytest.mark.parametrize(
    "text",
    [
        "Nordwerk bedauert das. Ihre Sprecherin Eva Lund kündigte Gespräche an.",
        "Nordwerk schweigt, deren Geschäftsführerin Eva Lund ist verreist.",
    ],
)
def test_a_spokeswoman_belongs_to_the_body_named_before(text: str) -> None:
    assert told(text) == {"Eva Lund": "Nordwerk"}


def test_a_lawyer_belongs_to_whom_he_defends() -> None:
    assert told("Jan Holm schweigt. Seine Anwältin Eva Lund sprach.") == {"Eva Lund": "Jan Holm"}


def test_no_lawyer_belongs_to_the_police() -> None:
    text = "Jan Holm schweigt. Die Polizei sucht ihn. Seine Anwältin Eva Lund sprach."
    assert told(text) == {"Eva Lund": "Jan Holm"}
    assert told(text.removeprefix("Jan Holm schweigt. ")) == {}


def test_a_possessive_agrees_with_whom_it_is_of() -> None:
    assert told("Jan Holm schweigt. Ute Sand klagt. Sein Anwalt Eva Lund sprach.") == {"Eva Lund": "Jan Holm"}
    assert told("Ute Sand klagt. Jan Holm schweigt. Ihr Anwalt Eva Lund sprach.") == {"Eva Lund": "Ute Sand"}


@pytest.mark.parametrize("prosecutor", ["Maria Kolb", "Otto Brand"])
def test_no_lawyer_belongs_to_who_prosecutes(prosecutor: str) -> None:
    text = f"Jan Holm schweigt. {prosecutor} ermittelt. Seine Anwältin Eva Lund sprach."
    assert told(text) == {"Eva Lund": "Jan Holm"}


@pytest.mark.parametrize(
    "text",
    [
        "Nordwerk bedauert das. Ihre Nachbarin Eva Lund nicht.",
        "Nordwerk bedauert das. Die Sprecherin Eva Lund nicht.",
        "Ihre Sprecherin Eva Lund sprach. Nordwerk schwieg.",
        "Jan Holm schweigt. Seine Chefin Eva Lund sprach.",
    ],
)
def test_nobody_else_does(text: str) -> None:
    assert "Eva Lund" not in told(text)
