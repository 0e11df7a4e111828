"""What holds for any text and any bytes: spans in range, sorted, apart; no exception; NFC texts kept."""

import io
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.errors import UnreadableError
from quellenlage.intake import from_text, load
from quellenlage.intake.formats import READERS
from quellenlage.intake.furniture import furniture_table
from quellenlage.intake.report import Metadata
from quellenlage.model import Report, Skipped

EXAMPLES = [e for rule in furniture_table()["rules"] for e in rule["examples"] + rule["counterexamples"]]
PIECES = [
    *EXAMPLES,
    "\n",
    "\n\n",
    " ",
    ". ",
    "date 2021-03 ",
    "Ostermoor – ",
    " (dpa)",
    "© ",
    "Der Rat tagt am Freitag. ",
    "\r\n",
    "Mehr zum Thema:",
]
BEGINNINGS = [
    b"",
    b"%PDF-1.4\n1 0 obj\n",
    b"PK\x03\x04",
    b"\x1f\x8b\x08\x00",
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\n",
    b"From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n",
    b"<rss><channel><item><title>",
    b"<newsItem><contentSet><inlineXML>",
    b'{"version": "https://jsonfeed.org/version/1", "items": [{"content_text": "',
]
NEWS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
ANY = st.text() | NEWS | st.tuples(st.text(max_size=20), NEWS).map("".join)


def check(report):
    end = 0
    for span in report.furniture:
        assert end <= span.start < span.end <= len(report.text)
        end = span.end
    for evidence in report.published.evidence:
        assert 0 <= evidence.span.start < evidence.span.end <= len(report.text)
        assert evidence.report == report.id
    assert report.title is None or report.title.strip()
    assert all(author.strip() for author in report.authors)


@settings(deadline=None)
@given(ANY)
def test_any_text(text):
    report = from_text(text)
    check(report)
    assert report.text == normalize("NFC", text)
    assert from_text(report.text) == report


@settings(deadline=None)
@given(NEWS, NEWS)
def test_marks_around_a_text_do_not_depend_on_the_time_of_reading(a, b):
    assert [from_text(a), from_text(b)] == [from_text(b), from_text(a)][::-1]


@settings(deadline=None)
@given(st.binary(max_size=400) | ANY.map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_on_standard_input(raw):
    for item in load(["-"], stdin=io.BytesIO(raw)):
        if isinstance(item, Report):
            check(item)
            assert "\r" not in item.text
        else:
            assert isinstance(item, Skipped)
            assert item.reason


@settings(deadline=None)
@given(
    st.sampled_from(sorted(READERS)),
    st.sampled_from(BEGINNINGS),
    st.binary(max_size=400) | st.text(alphabet='<>/abp="{}[]: \n', max_size=200).map(str.encode),
)
def test_any_bytes_in_any_format(suffix, beginning, raw):
    for item in _attempt(READERS[suffix], beginning + raw):
        assert item.reason if isinstance(item, Skipped) else check(item) is None


def _attempt(reader, raw):
    try:
        return list(reader(raw, "a", Metadata()))
    except UnreadableError as error:
        return [Skipped(uri="a", reason=str(error))]
