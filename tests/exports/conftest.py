"""A dossier with something of everything in it, and one that is hostile."""

from dataclasses import replace

import pytest

from quellenlage.model import Copy, Dossier, Span, Stance
from quellenlage.weighing import weigh
from tests.story import MadeUp


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    story = MadeUp()
    one, two, three = (
        story.report("Bote", 1, ("dpa",)),
        story.report("Kurier", 2),
        story.report("Anzeiger", 3, ("dpa",)),
    )
    said = story.says(one, "Wasserwacht")
    inner = story.says(two, "Gemeinde", within=story.says(two, "Bote"))
    denied = story.says(three, "Gemeinde", Stance.DENIES)
    for report, statement in ((one, said), (two, inner), (three, denied)):
        story.happens(report, statement)
    copy = Copy(a=one, b=two, shared=0.9, spans=((Span(0, 39), Span(0, 39)),))
    return weigh(story.links((copy,)))


@pytest.fixture(scope="session")
def hostile(dossier: Dossier) -> Dossier:
    """Give the dossier with names that want to be something else."""
    evil = '=HYPERLINK("http://boese.example")\x00\r\n;"\u202e</script>'
    reports = tuple(
        replace(r, title=evil, outlet="+49 " + evil, url="javascript:alert(1)", uri=evil) for r in dossier.reports
    )
    actors = tuple(replace(a, name="@" + evil) for a in dossier.actors)
    events = tuple(replace(e, label="-" + evil) for e in dossier.events)
    return replace(dossier, reports=reports, actors=actors, events=events)
