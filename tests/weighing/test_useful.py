"""What is read as an event and is none that a reader could use, and what a lone event is called."""

from quellenlage.model import (
    EventMention,
    Factuality,
    Links,
    Reading,
    Report,
    Span,
    Status,
    Theme,
    TimeExpression,
    TimeType,
)
from quellenlage.weighing import weigh


def labels(text: str, trigger: str, frame: str = "generic", theme: str = "", time: str = "") -> list[str]:
    start = text.index(trigger)
    mention = EventMention(
        id="m",
        report="r",
        span=Span(start, start + len(trigger)),
        sentence=Span(0, len(text)),
        frame=frame,
        plover=None,
        lemma=trigger,
        status=Status.HAPPENED,
        factuality=Factuality.CERTAIN,
        theme=Theme(name=theme, span=Span(text.index(theme), text.index(theme) + len(theme))) if theme else None,
    )
    at = text.index(time)
    dated = TimeExpression(id="t", report="r", span=Span(at, at + len(time)), type=TimeType.DATE, value="")
    times = (dated,) if time else ()
    report = Report(uri="r", text=text, id="r")
    reading = Reading(report=report, events=(mention,), times=times)
    links = Links(readings=(reading,), events=(("m",),), published={"r": report.published})
    return [row.label for row in weigh(links).events]


def test_part_of_a_date_is_no_event() -> None:
    assert labels("Bis Ende März gibt es einen Bericht.", "Ende", frame="close", time="Ende März") == []
    assert labels("Der Streit fand ein Ende.", "Ende", frame="close") != []


def test_what_has_no_kind_and_is_of_nothing_is_no_event() -> None:
    assert labels("Es habe sich nichts verändert.", "verändert") == []
    assert labels("Die Halle wurde am Ende verändert.", "verändert", theme="Halle") == ["Verändert: Halle"]


def test_the_name_of_a_body_is_no_event() -> None:
    assert labels("Den Umzug sagte die Stadt ab.", "Stadt", theme="Umzug") == []


def test_what_has_no_kind_and_is_only_referred_to_is_no_event() -> None:
    assert labels("Im Interesse der Stärkung des Hafens.", "Stärkung", theme="Hafens") == []


def test_a_lone_event_of_nobody_is_called_by_its_clause() -> None:
    text = "Wie der Kreis mitteilt, gab es im Werk einen Brand, und es regnete."
    assert labels(text, "Brand", frame="fire") == ["Brand: „gab es im Werk einen Brand“"]
    assert labels("Ein Brand.", "Brand", frame="fire") == ["Brand"]
