"""What a reader takes for one event or for two, in whole sentences: what is taken up, recalled, done again, by whom."""

from datetime import date

from quellenlage.language import load
from quellenlage.linking.assemble import tell
from quellenlage.model import Basis, Interval, Published, Report
from quellenlage.reading.assemble import read_report


def groups(*texts: str) -> list[set[str]]:
    """Give the words that name one event, of reports of the tenth of June 2024 and the days behind it."""
    readings = []
    for n, text in enumerate(texts):
        day = date(2024, 6, 10 + n)
        published = Published(interval=Interval(earliest=day, latest=day), basis=Basis.METADATA)
        readings.append(read_report(Report(uri=f"{n}.txt", text=text, published=published), load("de")))
    links = tell(readings)
    words = {m.id: r.report.quote(m.span) for r in readings for m in r.events}
    return [{words[id_] for id_ in group} for group in links.events]


def test_a_noun_takes_up_the_journey_told_just_before() -> None:
    found = groups(
        "Ministerin Eva Ahl will im Juli nach Tonia reisen. Der Besuch wurde am Abend bestätigt.",
        "In Tonia wird ein Besuch von Präsident Jan Beck vorbereitet. Auch Jan Beck will im Juli nach Tonia kommen.",
    )
    assert {"reisen", "Besuch"} in found


def test_a_meeting_recalled_from_long_ago_is_another() -> None:
    found = groups(
        "Beim Gipfel von Eva Ahl und Jan Beck in Oslo ging es um Fisch.",
        "In Oslo gab es im April 2019 schon einmal ein Treffen von Eva Ahl und Jan Beck.",
    )
    assert {"Treffen"} in found


def test_people_of_other_ages_are_others() -> None:
    found = groups(
        "Die Polizei hat in Altmoos einen 29-Jährigen verhaftet.",
        "Die Polizei hat in Altmoos einen 41 Jahre alten Mann festgenommen.",
    )
    assert {"verhaftet"} in found


def test_what_is_done_for_the_second_time_is_another() -> None:
    found = groups(
        "Die Arbeiter der Werft in Altmoos haben gestreikt.",
        "Die Arbeiter der Werft in Altmoos haben zum zweiten Mal gestreikt.",
    )
    assert found == [{"gestreikt"}, {"gestreikt"}]
