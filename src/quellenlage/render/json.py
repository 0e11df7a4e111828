"""Format ``quellenlage/1``: dossiers to JSON and back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from quellenlage.model.dossier import FORMAT, Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """A run's dossiers, one per story, with the format's name and what wrote them."""

    format: Literal["quellenlage/1"]
    generator: str
    dossiers: tuple[Dossier, ...]


def to_json(dossiers: Sequence[Dossier], *, generator: str) -> bytes:
    """Give the dossiers as UTF-8 JSON, keys in the order of the format; the same dossiers give the same bytes."""
    return msgspec.json.encode(Envelope(format="quellenlage/1", generator=generator, dossiers=tuple(dossiers))) + b"\n"


def from_json(data: bytes) -> tuple[Dossier, ...]:
    """Read what ``to_json`` wrote; keys that are not known are passed over.

    Raises ``ValueError`` where ``data`` is no JSON or not of this format.
    """
    try:
        return msgspec.json.decode(data, type=Envelope).dossiers
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"not a dossier in format {FORMAT}: {error}") from error
