"""Strategies for any record of a dossier, made from the types of its fields."""

import types
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from quellenlage.model import Span

OFFSETS = st.integers(0, 60)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=12),
    int: OFFSETS,
    bool: st.booleans(),
    float: st.floats(0, 1),
    date: st.dates(),
    type(None): st.none(),
    Span: st.builds(Span, OFFSETS, OFFSETS),
}


def rows(kind: Any) -> st.SearchStrategy[Any]:
    """Give values of ``kind``: a record, an enum, an optional, or a tuple of such."""
    if kind in PLAIN:
        return PLAIN[kind]
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{field.name: rows(hints[field.name]) for field in fields(kind)})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    if get_origin(kind) in (Union, types.UnionType):
        return st.one_of([rows(part) for part in get_args(kind)])
    parts = get_args(kind)
    if parts[-1] is Ellipsis:
        return st.lists(rows(parts[0]), max_size=2).map(tuple)
    return st.tuples(*[rows(part) for part in parts])
