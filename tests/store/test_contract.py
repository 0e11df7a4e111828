"""What every store does, shown on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from benchmarks import made_up
from quellenlage.errors import NotThereError
from quellenlage.intake.sources import Bytes
from quellenlage.linking.assemble import tell
from quellenlage.model import Delivery, Report, Skipped
from quellenlage.store import Outcome, Query
from quellenlage.store.codec import digest
from quellenlage.store.records import Arrival, Intake, Source, Versions, Visit
from quellenlage.weighing import weigh

AT = datetime(2024, 3, 1, tzinfo=UTC)
BY = Versions(intake="1" * 64, rules="1" * 64, model="1" * 64)


def arrived(report: Report, by: Versions = BY, raw: bytes | None = None) -> Arrival:
    raw = report.text.encode() if raw is None else raw
    source = Source(sha256=digest(raw), raw=raw, uri=report.uri)
    return Arrival(report=report, reading=made_up.read(report), source=source, versions=by, at=AT)


def fill(store, *numbers: int) -> None:
    for number in numbers:
        assert store.add(arrived(made_up.report(number))) is Outcome.NEW


def test_a_reading_comes_back_as_it_was(store) -> None:
    report = made_up.report(1)
    store.add(arrived(report))
    assert store.readings([report.id], BY.rules, BY.model) == {report.id: made_up.read(report)}
    assert store.reports([report.id])[0].report == report
    assert store.readings([report.id], BY.rules, "2" * 64) == {}


def test_any_text_can_be_kept(store) -> None:
    report = Report(
        uri="a\x00.txt", text="Ein \x00 Zeichen, \U0001f600 und \ufffd. Noch einer.", title="T\x00", outlet="O"
    )
    store.add(arrived(report))
    kept = store.reports([report.id])[0].report
    assert (kept.text, kept.title, kept.id) == (report.text, report.title, report.id)
    assert list(store.verify()) == []


def test_the_same_report_twice_is_kept_once(store) -> None:
    fill(store, 1)
    assert store.add(arrived(replace(made_up.report(1), uri="anderswo.txt"))) is Outcome.KNOWN
    assert len(store.everything()) == 1


def test_new_rules_make_a_new_reading_beside_the_old(store) -> None:
    fill(store, 1)
    report, newer = made_up.report(1), replace(BY, rules="2" * 64)
    assert store.stale(newer.rules, newer.model) == 1
    assert store.add(arrived(report, newer)) is Outcome.REREAD
    assert store.stale(newer.rules, newer.model) == 0
    assert len(store.readings([report.id], BY.rules, BY.model)) == 1
    assert len(store.readings([report.id], newer.rules, newer.model)) == 1
    assert list(store.verify()) == []


def test_reports_of_one_story_come_together_and_others_stay_apart(store) -> None:
    fill(store, *range(15))
    lines = store.stories()
    assert [line.reports for line in lines] == [5, 5, 5]
    for line in lines:
        numbers = {store.reports([id_])[0].report.uri for id_ in store.members(line.id)}
        assert len({int(uri[:6]) // 5 for uri in numbers}) == 1


def test_a_story_is_found_by_the_beginning_of_its_id(store) -> None:
    fill(store, 0, 5)
    one, other = (line.id for line in store.stories())
    assert store.find_story(one) == one
    assert store.find_story(other[:8]) == other
    for name in ("y", "", "z123", "%", "_" * 13):
        with pytest.raises(NotThereError, match="quellenlage stories"):
            store.find_story(name)


def bridge() -> Report:
    """Give a report that tells two made-up stories."""
    one, other = made_up.report(0), made_up.report(5)
    return replace(one, text=one.text + " " + other.text, outlet="Blatt beider", sha256="", id="", title="Zwei")


def test_a_report_that_tells_two_stories_makes_them_one(store) -> None:
    fill(store, 0, 1, 5, 6)
    before = [line.id for line in store.stories()]
    store.add(arrived(bridge()))
    (line,) = store.stories()
    assert line.reports == 5
    assert line.id == store.find_story(before[0]) == store.find_story(before[1])
    assert line.id in before
    assert list(store.verify()) == []


def test_another_text_at_the_same_address_is_a_revision(store) -> None:
    url = "https://blatt.example/eins"
    one = replace(made_up.report(2), url=url, id="")
    other = replace(made_up.report(2, corrected=True), url=url + "#absatz", id="")
    store.add(arrived(one))
    assert store.add(arrived(other)) is Outcome.REVISED
    (line,) = store.stories()
    (found,) = store.revisions(line.id)
    assert (found.revision.earlier, found.revision.later, found.revision.kind) == (one.id, other.id, "article")
    ((before, after),) = found.passages
    assert "5 Menschen" in before
    assert "15 Menschen" in after
    assert store.members(line.id) == [other.id]
    assert len(store.reports([one.id, other.id])) == 2
    assert list(store.verify()) == []


def test_another_text_under_the_same_outlet_and_title_is_a_revision(store) -> None:
    fill(store, 2)
    assert store.add(arrived(made_up.report(2, corrected=True))) is Outcome.REVISED


@pytest.mark.parametrize("change", [{"title": "Anders"}, {"outlet": "Anders"}, {"outlet": None}, {"title": None}])
def test_what_shares_less_is_no_revision(store, change) -> None:
    fill(store, 2)
    assert store.add(arrived(replace(made_up.report(2, corrected=True), id="", **change))) is Outcome.NEW


def test_a_column_of_another_month_is_no_revision(store) -> None:
    fill(store, 2)
    later = made_up.report(2, corrected=True)
    day = date(2024, 6, 1)
    interval = replace(later.published.interval, earliest=day, latest=day)
    later = replace(later, published=replace(later.published, interval=interval))
    assert store.add(arrived(later)) is Outcome.NEW


def test_the_older_text_may_come_later(store) -> None:
    url = "https://blatt.example/eins"
    new = replace(made_up.report(2), url=url, id="")
    old = replace(made_up.report(2, corrected=True), url=url, id="")
    interval = replace(old.published.interval, earliest=date(2023, 12, 30), latest=date(2023, 12, 30))
    old = replace(old, published=replace(old.published, interval=interval))
    store.add(arrived(new))
    assert store.add(arrived(old)) is Outcome.REVISED
    (line,) = store.stories()
    assert store.members(line.id) == [new.id]


AGENCY = Delivery(guid="urn:agentur.example:1", version="1", embargo="2024-03-02T12:00:00+01:00")
CORRECTION = replace(AGENCY, version="2", embargo=None, correction=True, note="Berichtigung: Tag")


def delivered(delivery: Delivery, text: str) -> Report:
    return Report(uri="a.json", text=text, title=f"Fassung {delivery.version}", delivery=delivery)


@pytest.mark.parametrize("turned", [False, True])
def test_a_correction_is_a_revision_that_says_what_changed(store, turned) -> None:
    old = delivered(AGENCY, "Der Rat tagt am Montag.")
    new = delivered(CORRECTION, "Der Rat tagt am Dienstag.")
    outcomes = [store.add(arrived(item)) for item in ((new, old) if turned else (old, new))]
    assert outcomes == [Outcome.NEW, Outcome.REVISED]
    (line,) = store.stories()
    assert store.members(line.id) == [new.id]
    (found,) = store.revisions(line.id)
    assert (found.revision.kind, found.revision.earlier, found.revision.later) == ("correction", old.id, new.id)
    assert found.passages == (("Der Rat tagt am Montag.", "Der Rat tagt am Dienstag."),)
    told = {fact.name: (fact.before, fact.after) for fact in found.revision.facts}
    assert told["embargo"] == ("2024-03-02T12:00:00+01:00", None)
    assert (told["version"], told["note"]) == (("1", "2"), (None, "Berichtigung: Tag"))
    assert list(store.verify()) == []
    kept = [reading.report.delivery for reading in store.reports([old.id, new.id])]
    assert kept == [AGENCY, CORRECTION]


@pytest.mark.parametrize("named", ["urn:agentur.example:1", "urn:agentur.example:1:1"])
def test_an_item_that_corrects_another_is_its_revision(store, named) -> None:
    store.add(arrived(delivered(AGENCY, "Der Rat tagt am Montag.")))
    other = Delivery(guid="urn:agentur.example:9", corrects=(named,))
    assert store.add(arrived(delivered(other, "Der Rat tagt am Dienstag."))) == Outcome.REVISED


def test_items_that_name_each_other_nowhere_are_two_articles(store) -> None:
    store.add(arrived(delivered(AGENCY, "Der Rat tagt am Montag.")))
    other = Delivery(guid="urn:agentur.example:9", corrects=("urn:agentur.example:8",))
    assert store.add(arrived(delivered(other, "Der Rat tagt am Dienstag."))) == Outcome.NEW


def test_links_are_kept_under_what_they_were_made_of(store) -> None:
    fill(store, 0, 1, 2)
    (line,) = store.stories()
    readings = store.readings(store.members(line.id), BY.rules, BY.model)
    links = tell(list(readings.values()))
    store.keep_links(line.id, "k" * 64, links, weigh(links).story)
    kept = store.links(line.id, "k" * 64)
    assert replace(kept, readings=links.readings) == links
    assert store.links(line.id, "j" * 64) is None
    assert store.stories()[0].title == weigh(links).story.title
    assert list(store.verify()) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(text="eingestürzten Teile"), {0, 1}),
        (Query(text="EINGESTURZT"), {0, 1}),
        (Query(text="verletzen mensch"), {0, 1}),
        (Query(text="Menschen Ursache"), set()),
        (Query(text="nirgends"), set()),
        (Query(text="' OR \" AND stems:"), set()),
        (Query(status="happened"), {0, 1}),
        (Query(status="denied"), set()),
        (Query(text="Morgen", status="happened"), {0, 1}),
        (Query(actor=made_up.name(0, 1)), {0, 1}),
        (Query(actor=made_up.name(0, 1), text="baufällig"), set()),
        (Query(text="eingestürzt", day=date(2024, 1, 1)), {0, 1}),
        (Query(text="eingestürzt", day=date(2024, 1, 2)), set()),
        (Query(day=date(2024, 1, 1)), {0, 1}),
        (Query(), set()),
    ],
    ids=repr,
)
def test_sentences_are_found_by_what_is_in_them(store, query, found) -> None:
    fill(store, 0, 1)
    hits = store.search(query)
    assert {int(hit.uri[:6]) for hit in hits} == found
    for hit in hits:
        assert store.reports([hit.report])[0].report.quote(hit.span) == hit.text


def test_a_text_that_was_corrected_is_not_found_any_more(store) -> None:
    fill(store, 2)
    store.add(arrived(made_up.report(2, corrected=True)))
    assert store.search(Query(text="5 Menschen")) == []
    assert len(store.search(Query(text="15 Menschen"))) == 1


def test_at_most_as_many_sentences_as_are_wanted(store) -> None:
    fill(store, 0, 1, 2)
    assert len(store.search(Query(text="eingestürzt", limit=2))) == 2


def test_what_came_of_bytes_is_remembered(store) -> None:
    intake = Intake(key="k" * 64, sha256="s" * 64, uri="a.jsonl", reports=("r1",), skipped=(("a.jsonl#2", "is empty"),))
    store.close_intake(intake)
    store.close_intake(intake)
    assert store.intake("k" * 64) == intake
    assert store.intake("j" * 64) is None


def test_a_visit_is_remembered(store) -> None:
    url = "https://blatt.example/" + "x" * 5000
    store.keep_visit(Visit(url=url, checked=AT, etag='"1"'))
    store.keep_visit(Visit(url=url, checked=AT, etag='"2"', listed=("a", "b")))
    assert store.visit(url) == Visit(url=url, checked=AT, etag='"2"', listed=("a", "b"))
    assert store.visit("https://anders.example/") is None


def test_what_is_known_is_not_read_again(archive, steady) -> None:
    items = [
        Bytes(raw=b"Der Rat tagt am Freitag.", uri="a.txt", name="a.txt"),
        Bytes(raw=b"", uri="leer.txt", name="leer.txt"),
        Bytes(raw=b'{"text": "Eins zwei."}\n{"text": "Drei vier."}\nx', uri="b.jsonl", name="b.jsonl"),
        Skipped(uri="weg.txt", reason="is not there"),
    ]
    first = archive.add(items)
    assert (first.new, first.known, first.skipped) == (3, 0, 3)
    said = []
    second = archive.add(items, said.append)
    assert (second.new, second.known, second.skipped) == (0, 3, 3)
    assert archive.reader.seen == ["a.txt", "b.jsonl#1", "b.jsonl#2"]
    assert [item.uri for item in said] == ["leer.txt", "b.jsonl#3", "weg.txt"]


def test_two_names_of_one_text_are_one_report(archive, steady) -> None:
    raw = b"Der Rat tagt am Freitag."
    tally = archive.add([Bytes(raw=raw, uri=name, name=name) for name in ("a.txt", "b.txt", "a.txt")])
    assert (tally.new, tally.known) == (1, 2)


def test_new_rules_read_again_what_is_added_or_shown(archive, steady) -> None:
    raw = [Bytes(raw=made_up.report(n).text.encode(), uri=f"{n}.txt", name=f"{n}.txt") for n in range(2)]
    archive.add(raw)
    steady("2")
    assert archive.add(raw[:1]).reread == 1
    (line,) = archive.store.stories()
    assert len(archive.reader.seen) == 3
    dossier = archive.dossier(line.id)
    assert len(archive.reader.seen) == 4
    assert {report.uri for report in dossier.reports} == {"0.txt", "1.txt"}
    steady("1")
    archive.dossier(line.id)
    assert len(archive.reader.seen) == 4
    assert archive.store.stale("1" * 64, archive.reader.version) == 0
    assert list(archive.store.verify()) == []


def test_a_dossier_has_the_id_of_its_story_and_stays_the_same(archive, steady) -> None:
    archive.add([Bytes(raw=made_up.report(n).text.encode(), uri=f"{n}.txt") for n in range(4)])
    (line,) = archive.store.stories()
    first, again = archive.dossier(line.id), archive.dossier(line.id[:6])
    assert first == again
    assert first.story.id == line.id
    assert archive.store.stories()[0].title == first.story.title
