"""Feeds and folders that are watched, against a server on this machine that misbehaves."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from quellenlage.errors import FetchError
from quellenlage.intake import fetch
from quellenlage.intake.fetch import BusyError, Fetcher
from quellenlage.store import open_store, watching
from quellenlage.store.archive import Archive
from quellenlage.store.watching import Watcher
from tests.store.conftest import MadeUpReader
from tests.store.desk import FORMS, Desk, cut_off, endless, index, open_desk, packed, page, slow, status

FIRST = "Die Brücke in Ostermoor ist am Freitag gesperrt worden.\nDas teilte die Kreisverwaltung am Mittag mit."
CORRECTED = FIRST.replace("am Freitag", "am Donnerstag")
OTHER = "Der Rat von Norderende hat am Montag getagt.\nEr beschloss den Bau einer Schule für drei Millionen Euro."


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with open_desk() as opened:
        opened.article("/eins", FIRST)
        opened.article("/zwei", OTHER)
        opened.feed("/eins", "/zwei")
        yield opened


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2024, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **much: float) -> None:
        self.now += timedelta(**much)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def fetcher(**options) -> Fetcher:
    return Fetcher(pause=0.0, **options)


class Hasty(Fetcher):
    """Gives up soon where a page is slow, and waits for anything else, however busy the machine is."""

    def get(self, url, **conditions):
        self.longest = 0.2 if url.endswith("/eins") else fetch.LONGEST_SECONDS
        return super().get(url, **conditions)


@pytest.fixture
def watcher(tmp_path, clock, steady) -> Iterator[Watcher]:
    store = open_store(str(tmp_path / "lager.db"))
    made = Watcher(Archive(store, clock, MadeUpReader()), fetcher())
    yield made
    store.close()


@pytest.fixture
def said(watcher) -> list[str]:
    out: list[str] = []
    watcher.see = lambda item: out.append(f"{item.uri}: {getattr(item, 'reason', 'read')}")
    return out


def test_a_feed_brings_its_pages_once(watcher, desk, clock) -> None:
    assert watcher.look([desk.url + "/feed"]).new == 2
    clock.forward(minutes=30)
    assert watcher.look([desk.url + "/feed"]).new == 0
    assert (desk.asked["/feed"], desk.asked["/eins"]) == (2, 1)
    assert desk.headers["/feed"]["If-None-Match"] == '"1"'
    assert desk.headers["/feed"]["If-Modified-Since"] == "Fri, 01 Mar 2024 10:00:00 GMT"
    assert desk.headers["/feed"]["User-Agent"].startswith("Quellenlage/")


def test_a_changed_article_is_a_revision(watcher, desk, clock) -> None:
    watcher.look([desk.url + "/feed"])
    desk.article("/eins", CORRECTED, etag='"2"')
    clock.forward(hours=2)
    tally = watcher.look([desk.url + "/feed"])
    assert (tally.new, tally.revised, tally.known) == (0, 1, 0)
    revisions = [r for line in watcher.archive.store.stories() for r in watcher.archive.store.revisions(line.id)]
    ((before, after),) = revisions[0].passages
    assert "am Freitag" in before
    assert "am Donnerstag" in after
    assert desk.asked["/zwei"] == 2
    assert list(watcher.archive.store.verify()) == []


def test_what_robots_txt_forbids_is_not_asked(watcher, desk, said) -> None:
    desk.answers["/robots.txt"] = page("User-agent: *\nDisallow: /eins\n")
    assert watcher.look([desk.url + "/feed"]).new == 1
    assert desk.asked["/eins"] == 0
    assert desk.asked["/robots.txt"] == 1
    assert "robots.txt" in " ".join(said)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_list_brings_its_pages_once_and_what_changed(watcher, desk, clock, form) -> None:
    address = desk.lists(form, "/eins", "/zwei")
    assert watcher.look([address]).new == 2
    clock.forward(minutes=30)
    assert watcher.look([address]).new == 0
    assert (desk.asked["/liste"], desk.asked["/eins"]) == (2, 1)
    assert desk.headers["/liste"]["If-None-Match"] == '"1"'
    desk.article("/eins", CORRECTED, etag='"2"')
    clock.forward(hours=2)
    tally = watcher.look([address])
    assert (tally.new, tally.revised, tally.known) == (0, 1, 0)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_list_is_kept_off_what_robots_txt_forbids(watcher, desk, said, form) -> None:
    desk.answers["/robots.txt"] = page("User-agent: *\nDisallow: /eins\n")
    assert watcher.look([desk.lists(form, "/eins", "/zwei")]).new == 1
    assert desk.asked["/eins"] == 0
    assert "robots.txt" in " ".join(said)


@pytest.mark.parametrize(
    "answer",
    [status(404), status(500), status(302, Location="/eins"), cut_off, slow],
    ids=["404", "500", "circle", "cut off", "slow"],
)
@pytest.mark.parametrize("form", FORMS)
def test_a_page_that_cannot_be_had_is_one_line_whatever_lists_it(watcher, desk, said, form, answer) -> None:
    watcher.fetcher = Hasty(pause=0.0)
    desk.answers["/eins"] = answer
    tally = watcher.look([desk.lists(form, "/eins", "/zwei")])
    assert (tally.new, tally.skipped) == (1, 1)
    assert [line for line in said if line.startswith(f"{desk.url}/eins: ") and line[-4:] != "read"]


@pytest.mark.parametrize("form", FORMS)
def test_a_page_of_a_busy_host_is_asked_again_when_it_says(watcher, desk, clock, form) -> None:
    address = desk.lists(form, "/eins")
    desk.answers["/eins"] = status(429, Retry_After="7200")
    assert watcher.look([address]).skipped == 1
    clock.forward(hours=1)
    watcher.look([address])
    assert desk.asked["/eins"] == 1
    desk.article("/eins", FIRST)
    clock.forward(hours=1)
    assert watcher.look([address]).new == 1


@pytest.mark.parametrize("form", FORMS)
def test_a_list_that_is_compressed_is_read(watcher, desk, form) -> None:
    body = FORMS[form]([desk.url + "/eins"])
    for path, headers in (("/a", {"Content_Encoding": "gzip"}), ("/b.gz", {"Content_Type": "application/gzip"})):
        desk.answers[path] = packed(body, **headers)
    assert watcher.look([desk.url + "/a"]).new == 1
    desk.article("/eins", OTHER, etag='"2"')
    assert watcher.look([desk.url + "/b.gz"]).skipped == 0
    assert (desk.asked["/a"], desk.asked["/b.gz"]) == (1, 1)


def test_a_list_that_swells_without_end_is_one_line(watcher, desk, said) -> None:
    desk.answers["/b.gz"] = packed("<rss>" + " " * 20_000_000)
    assert watcher.look([desk.url + "/b.gz"]).skipped == 1
    assert "unpacks to more than 10 MB" in said[0]


def test_a_sitemap_index_is_followed(watcher, desk, clock) -> None:
    desk.answers["/index"] = page(index([desk.lists("news sitemap", "/eins", "/zwei")]))
    assert watcher.look([desk.url + "/index"]).new == 2
    clock.forward(hours=2)
    desk.article("/eins", CORRECTED, etag='"2"')
    assert watcher.look([desk.url + "/index"]).revised == 1
    assert desk.headers["/index"]["If-None-Match"] == '"1"'


def test_an_index_that_leads_to_itself_comes_to_an_end(watcher, desk) -> None:
    desk.answers["/index"] = page(index([desk.url + "/index", desk.url + "/index"]))
    assert watcher.look([desk.url + "/index"]).new == 0
    assert desk.asked["/index"] == 1


def test_an_index_is_followed_two_deep_and_to_so_many_lists(watcher, desk, said, monkeypatch) -> None:
    for number in range(5):
        desk.answers[f"/{number}"] = page(index([f"{desk.url}/{number + 1}"]))
    watcher.look([desk.url + "/0"])
    assert [desk.asked[f"/{number}"] for number in range(4)] == [1, 1, 1, 0]
    assert "more than 2 deep" in said[0]
    monkeypatch.setattr(watching, "MOST_LISTS", 3)
    desk.answers["/viele"] = page(index([f"{desk.url}/leer{number}" for number in range(9)]))
    watcher.look([desk.url + "/viele"])
    assert sum(desk.asked[f"/leer{number}"] for number in range(9)) == 3


def test_a_host_whose_robots_txt_fails_is_left_alone(watcher, desk, said) -> None:
    desk.answers["/robots.txt"] = status(500)
    assert watcher.look([desk.url + "/feed"]).new == 0
    assert desk.asked["/feed"] == 0
    assert "robots.txt cannot be had" in said[0]


def test_a_pause_is_left_between_two_requests_to_a_host(desk) -> None:
    pauses: list[float] = []
    desk.answers["/robots.txt"] = page("User-agent: *\nCrawl-delay: 7\n")
    polite = Fetcher(own={"127.0.0.1"}, pause=1.0, sleep=pauses.append)
    polite.get(desk.url + "/eins")
    assert len(pauses) == 1
    assert 6.0 < pauses[0] <= 7.0


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (status(404), "is not there (404)"),
        (status(403), "refuses (403)"),
        (status(500), "failed (500)"),
        (status(429, Retry_After="7200"), "is busy (429)"),
        (status(302, Location="/feed"), "leads in a circle"),
        (status(302, Location="file:///etc/passwd"), "is no address of the web"),
        (status(302, Location="http://localhost/feed"), "leads into a private network"),
        (status(302), "leads in a circle"),
        (cut_off, "could not be fetched"),
        (page("kein Feed"), "is no feed"),
        (page("{kaputt"), ""),
    ],
)
def test_a_feed_that_cannot_be_had_is_one_line(watcher, desk, said, answer, words) -> None:
    desk.answers["/feed"] = answer
    tally = watcher.look([desk.url + "/feed"])
    assert (tally.new, tally.skipped) == (0, 1)
    (line,) = said
    assert line.startswith(f"{desk.url}/feed: ")
    assert words in line


def test_a_slow_server_is_given_up(desk) -> None:
    desk.answers["/langsam"] = slow
    with pytest.raises(FetchError, match=r"took longer|in time"):
        fetcher(own={"127.0.0.1"}, longest=0.2).get(desk.url + "/langsam")


def test_an_answer_without_end_is_cut(desk, monkeypatch) -> None:
    monkeypatch.setattr(fetch, "MOST_BYTES", 100_000)
    desk.answers["/viel"] = endless
    with pytest.raises(FetchError, match="is larger than"):
        fetcher(own={"127.0.0.1"}).get(desk.url + "/viel")


def test_redirects_come_to_an_end(desk) -> None:
    for number in range(9):
        desk.answers[f"/{number}"] = status(301, Location=f"/{number + 1}")
    with pytest.raises(FetchError, match="more than 5 times"):
        fetcher(own={"127.0.0.1"}).get(desk.url + "/0")


@pytest.mark.parametrize(
    "url", ["http://[", "http://127.0.0.1:99999/", "http://127.0.0.1:9/", "https://", "http://nirgends.invalid/"]
)
def test_an_address_that_is_none_says_so(url) -> None:
    with pytest.raises(FetchError):
        fetcher(own={"127.0.0.1"}).get(url)


def test_a_host_that_is_busy_is_asked_again_when_it_says(watcher, desk, clock, said) -> None:
    desk.answers["/feed"] = status(429, Retry_After="7200")
    watcher.look([desk.url + "/feed"])
    for _ in range(3):
        clock.forward(minutes=30)
        watcher.look([desk.url + "/feed"])
    assert desk.asked["/feed"] == 1
    desk.feed("/eins")
    clock.forward(hours=1)
    assert watcher.look([desk.url + "/feed"]).new == 1


def test_a_host_that_fails_is_left_alone_for_longer_and_longer(watcher, desk, clock, said) -> None:
    desk.answers["/feed"] = status(500)
    asked = []
    for _ in range(24):
        watcher.look([desk.url + "/feed"])
        asked.append(desk.asked["/feed"])
        clock.forward(minutes=5)
    assert asked[0] == 1
    assert asked[-1] == 5


def test_a_page_that_fails_does_not_keep_the_others(watcher, desk, said) -> None:
    desk.answers["/eins"] = status(500)
    tally = watcher.look([desk.url + "/feed"])
    assert (tally.new, tally.skipped) == (1, 1)


def test_nothing_is_lost_where_a_look_is_broken_off(watcher, desk, clock, monkeypatch) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(watcher.archive.store, "add", broken)
        with pytest.raises(KeyboardInterrupt):
            watcher.look([desk.url + "/feed"])
    watcher._visits.clear()
    clock.forward(hours=2)
    assert watcher.look([desk.url + "/feed"]).new == 2


def test_a_feed_cannot_send_us_into_the_house(watcher, desk, said) -> None:
    items = "<item><title>T</title><link>http://localhost:9/geheim</link></item>"
    desk.answers["/feed"] = page(f'<rss version="2.0"><channel>{items}</channel></rss>')
    assert watcher.look([desk.url + "/feed"]).skipped == 1
    assert "private network" in said[0]


def test_a_folder_is_watched_too(watcher, tmp_path) -> None:
    folder = tmp_path / "eingang"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST)
    assert watcher.look([str(folder)]).new == 1
    (folder / "b.txt").write_text(OTHER)
    tally = watcher.look([str(folder)])
    assert (tally.new, tally.known) == (1, 1)


def test_a_page_is_added_by_its_address(watcher, desk) -> None:
    tally = watcher.archive.add(watcher.add([desk.url + "/eins"]))
    assert tally.new == 1
    (line,) = watcher.archive.store.stories()
    (report,) = watcher.archive.store.reports(watcher.archive.store.members(line.id))
    assert report.report.uri == report.report.url == desk.url + "/eins"


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("120", 120.0), (" 5 ", 5.0), ("", None), ("bald", None), ("Fri, 01 Mar 2024 10:00:00 GMT", 0.0), (None, None)],
)
def test_retry_after(said, seconds) -> None:
    assert fetch._seconds(said) == seconds


def test_a_busy_host_says_how_long(desk) -> None:
    desk.answers["/voll"] = status(503, Retry_After="60")
    with pytest.raises(BusyError) as found:
        fetcher(own={"127.0.0.1"}).get(desk.url + "/voll")
    assert found.value.seconds == 60.0
