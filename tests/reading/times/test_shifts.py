"""What must hold for generated sentences: valid values, no empty interval, and days that move with the report's."""

from datetime import date, timedelta
from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.language import load
from quellenlage.model import UNKNOWN, Interval, Report, TimeExpression
from quellenlage.reading.times import anchor, find, is_value
from tests.reading.times.test_sentences import SENTENCES

NUMBERS = ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "20", "31")
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
PARTS = ("", " früh", " Abend", " Nacht")
CLAUSES = (
    "Der Rat hat sich {} in Neustadt getroffen.",
    "Nach Angaben der Polizei brannte {} eine Mühle.",
    "Die Ministerin wird {} in Neustadt erwartet.",
    "„Das Werk soll {} wieder laufen“, sagte ein Sprecher.",
)
# Forms whose days depend on the report's day alone, not on the expressions around.
ALONE = frozenset(
    {"offset", "shift", "weekdayof", "weekdayaway", "monthday", "week", "season_shift", "quarter", "nth", "weekend"}
)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))

near = st.builds(
    "{}{}".format,
    st.sampled_from(["vorgestern", "gestern", "heute", "morgen", "übermorgen"]),
    st.sampled_from(PARTS),
)
distances = st.builds("vor {} Tagen".format, st.sampled_from(NUMBERS))
weekdays = st.builds(
    "{} {}".format,
    st.sampled_from(["am", "am vergangenen", "am kommenden", "in der Nacht zum", "seit", "bis"]),
    st.sampled_from(WEEKDAYS),
)
weeks = st.sampled_from(["vergangene Woche", "Anfang kommender Woche", "am Wochenende", "Ende dieser Woche"])


@lru_cache(maxsize=4000)
def forms(text: str) -> tuple[TimeExpression, ...]:
    language, report = load("de"), Report(uri="test", text=text)
    return tuple(find(language.nlp(text), report, language))


def anchored(text: str, day: date) -> tuple[TimeExpression, ...]:
    return anchor(forms(text), Interval(earliest=day, latest=day))


def moved(interval: Interval, days: int) -> Interval:
    step = timedelta(days=days)
    begin, end = interval.earliest, interval.latest
    return Interval(earliest=begin and begin + step, latest=end and end + step)


@settings(deadline=None)
@given(clause=st.sampled_from(CLAUSES), words=near | distances, day=DAYS, shift=st.integers(-400, 400))
def test_deictic_days_move_with_the_report(clause: str, words: str, day: date, shift: int) -> None:
    text = clause.format(words)
    (before,), (after,) = anchored(text, day), anchored(text, day + timedelta(days=shift))
    assert before.interval.day
    assert after.interval == moved(before.interval, shift)
    assert after.value[10:] == before.value[10:]


@settings(deadline=None)
@given(clause=st.sampled_from(CLAUSES), words=weekdays | weeks, day=DAYS, shift=st.integers(-50, 50))
def test_weekdays_and_weeks_move_with_the_report_by_weeks(clause: str, words: str, day: date, shift: int) -> None:
    text = clause.format(words)
    (before,), (after,) = anchored(text, day), anchored(text, day + timedelta(weeks=shift))
    assert after.interval == moved(before.interval, 7 * shift)


@settings(deadline=None)
@given(sentence=st.sampled_from(SENTENCES), day=st.dates(), width=st.integers(0, 500))
def test_every_sentence_on_any_day_gives_valid_values(sentence: list[str], day: date, width: int) -> None:
    latest = day + timedelta(days=min(width, (date.max - day).days))
    for published in (Interval(earliest=day, latest=latest), Interval(earliest=day), Interval(latest=day), UNKNOWN):
        found = anchor(forms(sentence[0]), published)
        assert all(is_value(time.value) for time in found)
        assert [time.span for time in found] == [time.span for time in forms(sentence[0])]


@settings(deadline=None)
@given(sentence=st.sampled_from(SENTENCES), day=DAYS, width=st.integers(1, 60))
def test_a_report_known_less_well_leaves_no_day_out(sentence: list[str], day: date, width: int) -> None:
    wide = anchor(forms(sentence[0]), Interval(earliest=day, latest=day + timedelta(days=width)))
    for step in {0, width // 2, width}:
        for whole, single in zip(wide, anchored(sentence[0], day + timedelta(days=step)), strict=True):
            if whole.form.split(":")[0] in ALONE:
                assert whole.interval.meet(single.interval) == single.interval
