"""Figures of the report itself, against which a speaker sets his own."""

from datetime import date

import pytest

from quellenlage import dossiers
from quellenlage.model import Basis, ConflictKind, Interval, Published, Report

ON = date(2024, 5, 14)
PUBLISHED = Published(interval=Interval(earliest=ON, latest=ON), basis=Basis.METADATA)


def disputed(text: str) -> bool:
    """Say whether figures of a report are set against each other."""
    (dossier,) = dossiers([Report(uri="r.txt", text=text, published=PUBLISHED)])
    return any(row.kind is ConflictKind.QUANTITY for row in dossier.conflicts)


def test_a_speaker_may_put_his_figure_against_that_of_the_report() -> None:
    assert disputed("Am Montag trugen Beamte 30 Kartons aus dem Haus. Die Polizei sprach dagegen von zwölf Kartons.")


@pytest.mark.parametrize(
    "second",
    [
        "Die Polizei sprach dagegen von zwölf Beamten.",
        "Die Polizei sprach von 29 Kartons.",
        "Am Dienstag kamen zwölf Kartons hinzu.",
    ],
)
def test_other_things_and_roundings_are_no_dispute(second: str) -> None:
    assert not disputed(f"Am Montag trugen Beamte 30 Kartons aus dem Haus. {second}")
