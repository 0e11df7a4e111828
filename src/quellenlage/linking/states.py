"""Which state an actor speaks for, so that a government and its minister count as one origin."""

from collections.abc import Callable, Sequence
from importlib import import_module

from quellenlage.model import Actor, Kind


def find(actors: Sequence[Actor], language: str) -> dict[str, str]:
    """Give the ISO 3166 code of the state each actor speaks for; those who speak for none are left out."""
    speaks_for: Callable[..., str | None] = import_module(f"quellenlage.language.{language}.affiliation").speaks_for
    found = {actor.id: speaks_for(_names(actor), actor.roles) for actor in actors}
    return {actor: state for actor, state in found.items() if state}


def _names(actor: Actor) -> tuple[str, ...]:
    """Give the names to go by: a person's surname may be a country's or a capital's, so a person has none."""
    return () if actor.kind is Kind.PERSON else (actor.name, *actor.aliases)
