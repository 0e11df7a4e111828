"""A dossier whose every text tries to break out of the page."""

from dataclasses import replace

from quellenlage.model import Basis, Factuality, Kind, Span, Status
from quellenlage.model.dossier import (
    ActorRow,
    Dossier,
    EventMentionRow,
    MentionRow,
    PublishedRow,
    ReportRow,
    Story,
)
from tests.render.made_up import events
from tests.render.pieces import history
from tests.render.speech import statements

ATTACK = (
    '<script>window.hacked = 1</script> <img src=x onerror="window.hacked = 2"> </style></script></title> '
    "\u202etxet\u202c javascript:alert(1) ' onmouseover='window.hacked = 3' \" autofocus onfocus=\"window.hacked = 4\" "
    "{{ 7 * 7 }} \x00\x1b[31m "
)


def hostile(length: int = 100_000) -> Dossier:
    """Give a story whose every text tries to break out; its report ends in ``length`` letters without a space."""
    text = ATTACK * 3 + "\n\n" + "x" * length
    bad = ReportRow(
        id='r"><b>',
        uri="javascript:alert(1)",
        outlet=ATTACK,
        title=ATTACK,
        url="javascript:window.hacked=5//http://a.example",
        authors=(ATTACK,),
        agencies=(ATTACK,),
        language='de" onload="x',
        sha256="0" * 64,
        text=text,
        furniture=(Span(3, 40),),
        sentences=(Span(0, 300),),
        copy_of=None,
        published=PublishedRow(earliest=None, latest=None, basis=Basis.UNKNOWN, evidence=()),
    )
    who = ActorRow(id="a1", name=ATTACK, kind=Kind.UNKNOWN, aliases=(ATTACK,), roles=(ATTACK,))
    said = replace(
        statements()[0],
        report=bad.id,
        content=(Span(0, len(ATTACK)),),
        source=(Span(8, 30),),
        cue=(Span(1, 5), Span(20, 50)),
        marks=(),
        source_actor=who.id,
        source_actors=(who.id,),
        origin=who.id,
    )
    seen = EventMentionRow(
        report=bad.id,
        start=1,
        end=9,
        sentence=Span(0, 300),
        statement=None,
        status=Status.HAPPENED,
        factuality=Factuality.UNCOMMITTED,
    )
    event = replace(
        events()[3], label=ATTACK, frame=ATTACK, mentions=(seen,), history=(history(None, seen, who),), origins=()
    )
    return Dossier(
        story=Story(id="y1", title=ATTACK, begin=None, end=None),
        reports=(bad,),
        times=(),
        actors=(who,),
        mentions=(MentionRow(report=bad.id, start=0, end=5, actor=who.id),),
        statements=(said,),
        events=(event,),
        claims=(),
        conflicts=(),
        copies=(),
    )
