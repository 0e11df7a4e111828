"""iCalendar: lines as RFC 5545 wants them, whole days, nothing smuggled in."""

from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar

from quellenlage.export.ics import to_ics
from quellenlage.model import Status


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def values(data: bytes, name: str) -> list[str]:
    return [line.partition(":")[2] for line in unfolded(data) if line.partition(":")[0].partition(";")[0] == name]


def dated(dossier, begin, end, status=Status.PLANNED):
    return replace(dossier, events=(replace(dossier.events[0], begin=begin, end=end, status=status),))


def test_an_event_of_days_ends_on_the_day_after_its_last(dossier) -> None:
    data = to_ics([dated(dossier, date(2024, 2, 28), date(2024, 2, 29))], generator="g")
    assert values(data, "DTSTART") == ["20240228"]
    assert values(data, "DTEND") == ["20240301"]
    assert values(data, "STATUS") == ["TENTATIVE"]
    assert values(data, "DTSTAMP") == ["20240503T000000Z"]


@pytest.mark.parametrize(
    ("begin", "end"), [(None, None), (date(2024, 5, 1), None), (date(2024, 5, 1), date(2024, 6, 1))]
)
def test_an_event_whose_days_are_not_known_is_left_out(dossier, begin, end) -> None:
    assert values(to_ics([dated(dossier, begin, end)], generator="g"), "BEGIN") == ["VCALENDAR"]


def test_lines_are_folded_by_octets_and_never_within_a_character(dossier) -> None:
    long = dated(dossier, date(2024, 5, 1), date(2024, 5, 1))
    long = replace(long, events=(replace(long.events[0], label="Überschwemmung — " * 30),))
    data = to_ics([long], generator="g")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert "Überschwemmung — " * 30 in values(data, "SUMMARY")[0]


def test_text_is_escaped(hostile) -> None:
    evil = replace(dated(hostile, date(2024, 5, 1), date(2024, 5, 1)))
    evil = replace(evil, events=(replace(evil.events[0], label="A\r\nATTACH:http://boese.example\nB;C,D\\E"),))
    data = to_ics([evil], generator="g")
    assert values(data, "ATTACH") == []
    assert values(data, "SUMMARY")[0].startswith("A\ufffd\\nATTACH:http://boese.example\\nB\\;C\\,D\\\\E")


def test_it_begins_and_ends_as_a_calendar(dossier) -> None:
    lines = unfolded(to_ics([dossier], generator="Quellenlage; 1"))
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Quellenlage\\; 1//DE"]
    assert lines[-1] == "END:VCALENDAR"
    uids = values(to_ics([dated(dossier, date(2024, 5, 1), date(2024, 5, 1))], generator="g"), "UID")
    assert uids == [f"{dossier.events[0].id}.{dossier.story.id}@quellenlage"]


def test_another_program_reads_it(dossier, hostile) -> None:
    for one in (dossier, hostile):
        made = dated(one, date(2024, 2, 28), date(2024, 2, 29))
        calendar = Calendar.from_ical(to_ics([made], generator="g"))
        (event,) = calendar.walk("VEVENT")
        assert event.errors == []
        assert event.decoded("DTSTART") == date(2024, 2, 28)
        assert event.decoded("DTEND") == date(2024, 3, 1)
        label = "".join(c if c >= " " or c == "\n" else "\ufffd" for c in made.events[0].label)
        assert str(event["SUMMARY"]).replace("\r\n", "\n").startswith(label)
        assert "ATTACH" not in event
