"""Time expressions: found as forms, then anchored to the report's day as values and intervals."""

from quellenlage.reading.times.anchor import anchor
from quellenlage.reading.times.find import find
from quellenlage.reading.times.timex import is_value

__all__ = ["anchor", "find", "is_value"]
