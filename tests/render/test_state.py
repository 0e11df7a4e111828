"""The three sentences: they claim no more than the records do, and no verb is made wrong by a second name."""

from dataclasses import replace

from quellenlage.model import Status
from quellenlage.model.dossier import Dossier
from quellenlage.render.views import story
from tests.render import made_up


def sentences(dossier: Dossier, language: str = "de") -> list[str]:
    return ["".join(map(told, said.pieces(language))) for said in story(dossier, 1).state]


def told(piece: object) -> str:
    if isinstance(piece, list):
        return ", ".join(str(link.text) for link in piece)
    return getattr(piece, "word", str(piece))


def test_reports_that_give_another_status_are_not_counted_for_it() -> None:
    event = made_up.events()[1]
    rows = [
        replace(row, status=Status.PLANNED if n else Status.HAPPENED, report=made_up.dossier().reports[n].id)
        for n, row in enumerate(event.history[:1] * 3)
    ]
    dossier = replace(made_up.dossier(), events=(replace(event, status=Status.HAPPENED, history=tuple(rows)),))
    assert ", davon in 1 als geschehen, " in sentences(dossier)[0]


def test_an_event_on_no_origin_rests_on_none() -> None:
    dossier = replace(made_up.dossier(), events=(replace(made_up.events()[0], origins=()),))
    assert sentences(dossier)[0].endswith(", ohne erkennbare Quelle.")


def test_a_dispute_names_both_sides_however_many_they_are() -> None:
    said = sentences(made_up.dossier())[1]
    assert said.startswith("Umstritten ist Sperre des Hafens von Port Merin: Laut ")
    assert " ist es so, laut Ilja Karsund nicht" in said


def test_without_a_conflict_that_is_said() -> None:
    assert sentences(replace(made_up.dossier(), conflicts=()))[1].startswith("Einen Widerspruch")
