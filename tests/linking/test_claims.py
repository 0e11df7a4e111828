"""Statements that say one thing are one claim; other figures keep them apart."""

import pytest

from quellenlage import dossiers
from quellenlage.model import Report


def joined(first: str, second: str) -> bool:
    """Say whether the statements of two reports of one story are one claim."""
    head = "Bürgermeisterin Lena Brandt und Kämmerer Olaf Timm streiten in Birkenau über das Rathaus. "
    found = dossiers([Report(uri=f"{n}.txt", text=head + text) for n, text in enumerate((first, second))])
    return any(len({s.report for s in d.statements if s.id in c.statements}) > 1 for d in found for c in d.claims)


COSTS = "Der Umbau des Rathauses koste 14 Millionen Euro, sagte Brandt."


@pytest.mark.parametrize(
    ("second", "one"),
    [
        ("Laut Timm kostet der Umbau des Rathauses 14 Millionen Euro.", True),
        ("Laut Timm kostet der Umbau des Rathauses 22 Millionen Euro.", False),
        ("Laut Timm fehlt der Schule seit Jahren ein neuer Sportplatz.", False),
    ],
)
def test_what_is_one_claim(second: str, one: bool) -> None:
    assert joined(COSTS, second) is one
