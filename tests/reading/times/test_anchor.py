"""Values and intervals: by the report's day, by the interval it lies in, and by the expressions around."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.language import load
from quellenlage.model import UNKNOWN, Interval, Report, Span, TimeExpression, TimeType
from quellenlage.reading.times import anchor, find, is_value
from quellenlage.reading.times.calendar import portion
from quellenlage.reading.times.values import parse

DAY = date(2021, 6, 16)  # a Wednesday
DEICTIC = (
    "weekday:3:past",
    "weekday:5:next",
    "offset:-1D",
    "offset:+2D",
    "shift:+0Y",
    "from:-1D",
    "past:3D",
    "next:XW",
)
FORMS = (
    *DEICTIC,
    *(
        "weekdayof:1:-1W",
        "day:02-29:past",
        "day:05-09:future:weekday=1",
        "dayof:04-22:-1Y",
        "monthof:10:-1Y",
        "month:10:present",
    ),
    *("season:WI:past", "season:SU:next", "quarter:3:none", "half:2:last", "weekend:past", "weekend:present"),
    *("offset:-3W", "offset:+1.5Y", "offset:-XY", "offset:-9000Y", "shift:-1W", "shift:+1WE", "shift:-1CE"),
    *("holiday:easter+1:2011", "holiday:fixed12-24/12-26:past", "clock:T20:15", "part:EV", "season_from:2018"),
    *("nth:-1:7:05:past", "nth:2:3:10:present", "nth:1:1:01:2019", "weekday:3:open", "offset:-1D:weekday=2"),
    *("month:06:past:half=1", "weekday:5:past:noun=1"),
    *("2021-06-16", "197X", "19XX", "P3D", "XXXX-WXX-1", "PAST_REF"),
)


def one_day(day: date) -> Interval:
    return Interval(earliest=day, latest=day)


def read(text: str, published: Interval) -> list[tuple[str, str]]:
    language, report = load("de"), Report(uri="test", text=text)
    times = anchor(tuple(find(language.nlp(text), report, language)), published)
    return [(report.quote(time.span), time.value) for time in times]


def expression(form: str) -> TimeExpression:
    return TimeExpression(id="t", report="r", span=Span(0, 1), type=TimeType.DATE, value="", form=form)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Sie kam am Mittwoch an.", "2021-06-16"),
        ("Sie kam am Donnerstag an.", "2021-06-10"),
        ("Sie wird am Donnerstag ankommen.", "2021-06-17"),
        ("Sie sprach vergangenen Mittwoch.", "2021-06-09"),
        ("Am kommenden Wochenende wird gespielt.", "2021-W24-WE"),
        ("Ende April reiste sie ab.", "2021-04"),
        ("Im Dezember begann der Bau.", "2020-12"),
        ("Vor drei Wochen begann der Bau.", "2021-W21"),
        ("Vor drei Jahren begann der Bau.", "2018"),
        ("Im vergangenen Jahr begann der Bau.", "2020"),
        ("Sie kam am Dienstagabend an.", "2021-06-15TEV"),
        ("Am 9. Oktober begann der Bau.", "2020-10-09"),
        ("An Ostern begann der Bau.", "2021-04"),
    ],
)
def test_values_on_a_known_day(sentence: str, value: str) -> None:
    assert [found for _, found in read(sentence, one_day(DAY))] == [value]


def test_a_report_known_to_a_month_leaves_the_day_open_and_the_interval_honest() -> None:
    month = Interval(earliest=date(2021, 6, 1), latest=date(2021, 6, 30))
    language, report = load("de"), Report(uri="test", text="Er kam am Mittwoch an.")
    (time,) = anchor(tuple(find(language.nlp(report.text), report, language)), month)
    assert time.value == "XXXX-WXX-3"
    assert time.interval == Interval(earliest=date(2021, 5, 26), latest=date(2021, 6, 30))


def test_a_weekday_behind_its_date_is_that_day() -> None:
    text = "Der Rat hatte sich am 1. Juni versammelt. „Wir bauen“, sagte die Präsidentin am Dienstag."
    assert read(text, one_day(DAY))[1] == ("Dienstag", "2021-06-01")


def test_a_weekday_behind_another_date_is_the_last_one() -> None:
    text = "Der Rat hatte sich am 2. Juni versammelt. „Wir bauen“, sagte die Präsidentin am Dienstag."
    assert read(text, one_day(DAY))[1] == ("Dienstag", "2021-06-15")


def test_a_weekday_and_the_date_in_brackets_are_the_same_day() -> None:
    text = "Ein Beamter bestätigte es am Montag (7. Juni)."
    assert read(text, one_day(DAY)) == [("Montag", "2021-06-07"), ("7. Juni", "2021-06-07")]


def test_a_range_takes_its_year_from_its_end() -> None:
    text = "Zwischen dem 8. September und dem 3. Oktober 2012 wurde geliefert."
    assert [value for _, value in read(text, one_day(DAY))] == ["2012-09-08", "2012-10-03"]


def test_the_year_of_a_story_told_is_carried_on() -> None:
    text = "Am 3. Mai 1945 fiel die Stadt. Am 8. Mai endete der Krieg."
    assert [value for _, value in read(text, one_day(DAY))] == ["1945-05-03", "1945-05-08"]


def test_a_clock_time_takes_the_day_of_its_sentence() -> None:
    text = "Das Konzert beginnt am 20. Juni um 19.45 Uhr."
    assert read(text, one_day(DAY))[1] == ("19.45 Uhr", "2021-06-20T19:45")


@given(form=st.sampled_from(FORMS), day=st.dates(), width=st.integers(0, 500))
def test_any_form_on_any_day_gives_a_valid_value_and_an_interval(form: str, day: date, width: int) -> None:
    latest = day + timedelta(days=min(width, (date.max - day).days))
    for published in (Interval(earliest=day, latest=latest), Interval(earliest=day), Interval(latest=day), UNKNOWN):
        (time,) = anchor([expression(form)], published)
        assert is_value(time.value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Die Messe läuft von Montag bis Freitag.", ["2021-06-21", "2021-06-25"]),
        ("Der Rat tagte von Montag bis Freitag.", ["2021-06-07", "2021-06-11"]),
        ("Der Rat tagte von Montag bis Dienstag.", ["2021-06-14", "2021-06-15"]),
    ],
)
def test_a_range_of_weekdays_lies_in_one_week(text: str, values: list[str]) -> None:
    assert [value for _, value in read(text, one_day(DAY))] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Am Abend des 3. Mai brannte es.", "2021-05-03TEV"),
        ("Um 14.30 Uhr am Sonntag beginnt das Spiel.", "2021-06-20T14:30"),
        ("Am 20. Juni wird um 19.45 Uhr gespielt.", "2021-06-20T19:45"),
    ],
)
def test_an_hour_is_of_the_day_beside_it(text: str, value: str) -> None:
    assert value in [found for _, found in read(text, one_day(DAY))]


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. und 4. Juli wird um 20 Uhr gespielt.",
        "Das Amt ist montags ab 20 Uhr offen.",
        "Montag bis Freitag ab 20 Uhr.",
    ],
)
def test_an_hour_of_several_days_is_of_no_single_one(text: str) -> None:
    assert read(text, one_day(DAY))[-1] == ("20 Uhr", "XXXX-XX-XXT20:00")


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Ende Juli war Schluss.", date(2020, 7, 21), date(2020, 7, 31)),
        ("Anfang Juni war Schluss.", date(2021, 6, 1), date(2021, 6, 10)),
        ("Mitte Februar war Schluss.", date(2021, 2, 11), date(2021, 2, 20)),
        ("In der ersten Junihälfte war Schluss.", date(2021, 6, 1), date(2021, 6, 15)),
        ("In der zweiten Maihälfte war Schluss.", date(2021, 5, 16), date(2021, 5, 31)),
        ("Anfang 2019 war Schluss.", date(2019, 1, 1), date(2019, 5, 2)),
        ("Ende 2019 war Schluss.", date(2019, 9, 1), date(2019, 12, 31)),
        ("Mitte der sechziger Jahre war Schluss.", date(1963, 5, 2), date(1966, 9, 1)),
        ("Bis Mitte nächster Woche ist Schluss.", date(2021, 6, 22), date(2021, 6, 24)),
    ],
)
def test_the_beginning_the_middle_and_the_end_are_parts_of_the_whole(text: str, earliest: date, latest: date) -> None:
    language, report = load("de"), Report(uri="test", text=text)
    (time,) = anchor(tuple(find(language.nlp(text), report, language)), one_day(DAY))
    assert time.interval == Interval(earliest=earliest, latest=latest)
    assert time.mod in {"START", "MID", "END"}


@given(begin=st.dates(date(1, 1, 1), date(9000, 1, 1)), length=st.integers(1, 5000), half=st.booleans())
def test_parts_lie_in_the_whole_and_leave_no_day_out(begin: date, length: int, half: bool) -> None:
    whole = Interval(earliest=begin, latest=begin + timedelta(days=length - 1))
    parts = [portion(whole, mod, half) for mod in (("START", "END") if half else ("START", "MID", "END"))]
    assert all(whole.meet(part) == part for part in parts)
    if length > 1:
        covered = {part.earliest + timedelta(days=n) for part in parts if part.earliest and part.latest
                   for n in range((part.latest - part.earliest).days + 1)}  # fmt: skip
        assert len(covered) == length


@given(
    form=st.sampled_from(["offset:-1D", "offset:+2D", "offset:+0D", "from:-1D"]),
    day=st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    shift=st.integers(-400, 400),
)
def test_shifting_the_report_shifts_deictic_days(form: str, day: date, shift: int) -> None:
    (before,) = anchor([expression(form)], one_day(day))
    (after,) = anchor([expression(form)], one_day(day + timedelta(days=shift)))
    assert date.fromisoformat(after.value) - date.fromisoformat(before.value) == timedelta(days=shift)


@given(
    form=st.sampled_from(["weekday:3:past", "weekday:5:next", "weekday:1:last", "weekend:past", "shift:-1W"]),
    day=st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    weeks=st.integers(-50, 50),
)
def test_shifting_the_report_by_weeks_shifts_weekdays(form: str, day: date, weeks: int) -> None:
    (before,) = anchor([expression(form)], one_day(day))
    (after,) = anchor([expression(form)], one_day(day + timedelta(weeks=weeks)))
    first, second = before.interval.earliest, after.interval.earliest
    assert first is not None
    assert second is not None
    assert second - first == timedelta(weeks=weeks)


@given(form=st.sampled_from(FORMS), day=st.dates(date(1900, 1, 1), date(2100, 1, 1)), width=st.integers(1, 60))
def test_the_interval_holds_what_every_day_in_it_would_give(form: str, day: date, width: int) -> None:
    wide = Interval(earliest=day, latest=day + timedelta(days=width))
    (whole,) = anchor([expression(form)], wide)
    for step in {0, width // 2, width}:
        (single,) = anchor([expression(form)], one_day(day + timedelta(days=step)))
        assert whole.interval.meet(single.interval) == single.interval or parse(form).kind == ""


WORDS = (
    *(
        "am",
        "Montag",
        ",",
        "dem",
        "9.",
        "Mai",
        "2022",
        "vor",
        "drei",
        "Wochen",
        "20.15",
        "Uhr",
        "bis",
        "und",
        "3.",
        "4.",
    ),
    *("(", ")", "1938", "Ende", "Jahres", "seit", "Ostern", "–", "/", "31.", "Februar", "jeden", "Tag\n\n", "10-18"),
    *("99", "er", "Jahre", "kommenden", "Abend", "zuvor", "heute", "Nacht", "von", "auf", "halb", "acht"),
)
TEXTS = st.text(max_size=200) | st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


@given(text=TEXTS, day=st.dates())
def test_any_string_gives_valid_spans_and_values(text: str, day: date) -> None:
    language, report = load("de"), Report(uri="test", text=text)
    end = 0
    for time in anchor(tuple(find(language.nlp(text), report, language)), one_day(day)):
        assert end <= time.span.start < time.span.end <= len(text)
        assert is_value(time.value)
        end = time.span.end
