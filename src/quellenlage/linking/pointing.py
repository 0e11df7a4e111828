"""Whether a denial points back to what was said before it (*das weist er zurück*) or has a content of its own."""

import re

from quellenlage.language import table
from quellenlage.model import Report, Statement

# A word that a small one follows: *das weist er zurück*; no article (*das Ergebnis*), no verb (*läuft davon*).
POINTER = re.compile(r"\w+(?=,? [^\W\d_A-ZÄÖÜ])")


def points_back(statement: Statement, report: Report) -> bool:
    """Say whether a statement takes up what was said before it: *das*, *davon*, *dergleichen*."""
    pointing = table(report.language, "telling")["answers"]["pointing"]
    spans = [*statement.content, *statement.cue]
    text = report.text[min(s.start for s in spans) : max(s.end for s in spans)]
    return any(match.group().casefold() in pointing for match in POINTER.finditer(text))
