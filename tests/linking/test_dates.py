"""Reports of one story that date each other."""

from datetime import date
from itertools import permutations

from quellenlage.language import load
from quellenlage.linking.dates import agree
from quellenlage.model import UNKNOWN, Basis, Interval, Published, Reading, Report, Span
from quellenlage.reading.assemble import read_report
from quellenlage.reading.times import anchor, find

PLAN = (
    "Ministerin Berta Lindner wird am 16. Juni nach Neustadt reisen. Das bestätigte ein Sprecher am Montag (14. Juni)."
)
ARRIVAL = "Ministerin Berta Lindner ist am Mittwoch in Neustadt eingetroffen. Sie will dort die Brücke besichtigen."
OTHER = "Der Rat von Altdorf hat die Brücke freigegeben."
JUNE = Published(interval=Interval(earliest=date(2021, 6, 1), latest=date(2021, 6, 30)), basis=Basis.STATED)


def reading(text: str, published: Published | None = None) -> Reading:
    language, report = load("de"), Report(uri="test", text=text, published=published or Published())
    doc = language.nlp(text)
    times = anchor(tuple(find(doc, report, language)), report.published.interval)
    sentences = tuple(Span(sentence.start_char, sentence.end_char) for sentence in doc.sents)
    return Reading(report=report, times=times, sentences=sentences)


def test_a_year_known_in_one_report_dates_another() -> None:
    plan, other = reading(PLAN), reading(OTHER, JUNE)
    found = agree([plan, other])[plan.report.id]
    assert found.interval == Interval(earliest=date(2021, 6, 14), latest=date(2021, 6, 16))
    assert found.basis is Basis.INFERRED
    assert {one.report for one in found.evidence} == {plan.report.id}


def test_a_weekday_is_dated_by_another_report_of_the_same() -> None:
    plan, arrival = reading(PLAN), reading(ARRIVAL, JUNE)
    found = agree([plan, arrival, reading(OTHER, JUNE), reading(OTHER + " Heute.", JUNE)])[arrival.report.id]
    assert found.interval == Interval(earliest=date(2021, 6, 16), latest=date(2021, 6, 22))
    assert {one.report for one in found.evidence} == {plan.report.id, arrival.report.id}


def test_a_weekday_of_something_else_is_not() -> None:
    plan, other = reading(PLAN), reading("Am Mittwoch ist in Altdorf die Mühle von Karl Berger abgebrannt.", JUNE)
    assert agree([plan, other])[other.report.id] == JUNE


WEDNESDAY = Published(interval=Interval(earliest=date(2021, 6, 16), latest=date(2021, 6, 16)), basis=Basis.METADATA)
VISIT = "Ministerin Berta Lindner hat am Mittwoch die Brücke in Neustadt eröffnet."
STORM = "Bei dem Sturm waren am Montag Dächer abgedeckt worden."


def test_a_weekday_ahead_is_dated_by_a_report_that_looks_back_on_it() -> None:
    ahead = reading("Ministerin Berta Lindner wird am Mittwoch nach Neustadt kommen und die Brücke sehen.", JUNE)
    found = agree([ahead, reading(VISIT, WEDNESDAY), reading(OTHER, JUNE), reading(STORM, JUNE)])[ahead.report.id]
    assert found.interval == Interval(earliest=date(2021, 6, 10), latest=date(2021, 6, 16))


def test_what_a_noun_names_is_dated_where_several_reports_say_so() -> None:
    plan = reading("Nach dem Sturm vom Montag kam der Rat zusammen.", JUNE)
    told = [reading(STORM, WEDNESDAY), reading("Der Sturm hatte am Montag begonnen.", WEDNESDAY)]
    known = Interval(earliest=date(2021, 6, 14), latest=date(2021, 6, 20))
    assert agree([plan, *told])[plan.report.id].interval == known
    assert agree([plan, told[0]])[plan.report.id] == JUNE


def test_a_copy_takes_the_day_of_its_original() -> None:
    said = "Berta Lindner habe am Montag Karten und Pläne der Brücke gebracht, hieß es im Rathaus von Altdorf."
    copy = reading(said + " Wir sind empört.", JUNE)
    found = agree([copy, reading(said, WEDNESDAY), reading(OTHER, JUNE), reading(STORM, JUNE)])[copy.report.id]
    assert found.interval.earliest == date(2021, 6, 14)


def test_who_speaks_on_a_weekday_is_no_sign_that_the_same_is_said() -> None:
    def told(text: str, published: Published) -> Reading:
        return read_report(Report(uri=text[:9], text=text, published=published), load("de"))

    others = [told(OTHER, JUNE), told(OTHER + " Die Mühle ist zu.", JUNE)]
    bath = "Das Bad bleibe offen, hat die Sportdirektorin des Schwimmverbandes, Hanne Petersen, am Montag gesagt."
    hall = "Die Halle werde verkauft, hatte Sportdirektorin Hanne Petersen vom Schwimmverband am Montag mitgeteilt."
    asked = told(bath, JUNE)
    assert agree([asked, told(hall, WEDNESDAY), *others])[asked.report.id] == JUNE
    sale = "Die Brücke in Neustadt sei für den Kanal verkauft, hat Ministerin Berta Lindner am Montag gesagt."
    same = "Die Brücke am Kanal in Neustadt ist verkauft, teilte Ministerin Berta Lindner am Montag mit."
    asked = told(sale, JUNE)
    found = agree([asked, told(same, WEDNESDAY), *others])[asked.report.id]
    assert found.interval == Interval(earliest=date(2021, 6, 14), latest=date(2021, 6, 20))


def test_nothing_is_known_where_no_report_is_dated() -> None:
    plan, arrival = reading(PLAN), reading(ARRIVAL)
    assert all(found.interval == UNKNOWN for found in agree([plan, arrival]).values())


def test_reports_years_apart_give_no_window() -> None:
    early = Published(interval=Interval(earliest=date(2011, 6, 1), latest=date(2011, 6, 30)), basis=Basis.STATED)
    plan = reading(PLAN)
    found = agree([plan, reading(OTHER, JUNE), reading(OTHER + " Heute.", early)])
    assert found[plan.report.id].interval == UNKNOWN


def test_a_day_that_is_known_stays() -> None:
    day = Published(interval=Interval(earliest=date(2021, 6, 20), latest=date(2021, 6, 20)), basis=Basis.METADATA)
    arrival = reading(ARRIVAL, day)
    assert agree([reading(PLAN), arrival])[arrival.report.id] == day


def test_the_order_of_reports_does_not_matter() -> None:
    story = [reading(PLAN), reading(ARRIVAL, JUNE), reading(OTHER)]
    first = agree(story)
    assert all(agree(order) == first for order in permutations(story))


def test_no_reports() -> None:
    assert agree([]) == {}
