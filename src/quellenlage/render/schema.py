"""The JSON Schema of format ``quellenlage/1``, made from the records themselves."""

from typing import Any

import msgspec

from quellenlage.model.dossier import FORMAT
from quellenlage.render.json import Envelope

DESCRIPTION = (
    "Dossiers of news stories: who says what, when, how firmly, and on how many independent origins. "
    "Offsets are code points into the report's text, start inclusive, end exclusive; days are ISO 8601. "
    "A newer version may add keys; it renames or drops none without a new number."
)


def schema() -> dict[str, Any]:
    """Give the schema (JSON Schema 2020-12) as plain dictionaries."""
    body = msgspec.json.schema(Envelope, ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Quellenlage, format {FORMAT}",
        "description": DESCRIPTION,
        **body,
    }


def schema_text() -> str:
    """Give the schema as indented JSON text, ending in a newline."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"
