"""Hostile files in one folder: each gives its line, the good one is read, and memory stays under 1 GB.

Memory is measured in a process of its own, over all files one after the other.
"""

import gzip
import json
import subprocess
import sys

import pytest

from tests.intake import test_docx, test_mail, test_pdf, test_warc

WIDE = (
    "<p>Der Rat von Ostermoor hat am Freitag beraten, ob die Fähre dürfe übermorgen wieder über den Fluß fahren.</p>"
    "<p>Die Bürgermeisterin sagte, sie wolle auf das Gutachten warten. Gegner des Baus kündigten eine Klage an.</p>"
    "<p>Im Mai soll der Bau beginnen, wie das Amt mitteilte; die Kosten trägt zu einem großen Teil das Land.</p>"
)
PROSE = b"<p>Der Rat von Ostermoor hat am Freitag nach langer Sitzung beraten.</p>"
LOAD = """
import json, sys
from pathlib import Path
from quellenlage.intake import load
items = [(item.uri, getattr(item, "reason", None), getattr(item, "text", "")[:200]) for item in load([sys.argv[1]])]
lines, texts = [item[:2] for item in items], {item[0]: item[2] for item in items}
# The high-water mark of this process alone; getrusage would give that of the one it was forked from.
(mark,) = [line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")]
print(json.dumps({"lines": lines, "texts": texts, "kilobytes": int(mark)}))
"""
HOSTILE = {
    "a-xml.rss": (b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>', "entities of its own"),
    "b-tags.xml": (b"<rss>" + b"<a/>" * 2_400_000 + b"</rss>", "more than 500,000 tags"),
    "c-bomb.docx": (test_docx.document(body="<w:p>" + "A" * 60_000_000 + "</w:p>"), "unpacks to more than 10 MB"),
    "d-bomb.pdf": (test_pdf.pdf(stream=b"q " * 60_000_000, packed=True), "over a limit"),
    "e-drawn.pdf": (test_pdf.pdf(stream=b"q " * 4_900_000, packed=True), "is a PDF"),
    "f-bomb.txt.gz": (gzip.compress(bytes(200_000_000), 1), "unpacks to more than 50 MB"),
    "g-bomb.warc.gz": (gzip.compress(test_warc.record(1, bytes(99_000_000)), 1), "larger than 8 MB"),
    "h-lists.json": (b"[" + b"[]," * 3_300_000 + b"1]", "more than 100,000"),
    "i-deep.json": (b"[" * 9_000_000, "nested too deeply"),
    "j-deep.html": (b"<div>" * 90_000 + PROSE, "save its text"),
    "k-tags.html": (b"<i/>" * 1_900_000, "more than 100,000 tags"),
    "l-lines.eml": (b"From: a@b.example\nSubject: x\n\n" + b"\n" * 24_900_000, "more than 1,000,000 lines"),
    "m-parts.eml": (b"From: a@b.example\nSubject: x\n\n" + b"\n--b\n" * 400_000, "more than 500 parts"),
    "n-levels.eml": (b"From: a@b.example\n" + b"Content-Type: message/rfc822\n\n" * 99_000, "taken apart"),
    "o-script.html": (b"<script type='application/ld+json'>[" + b"[]," * 2_000_000 + b"1]</script>", "no article"),
    "p-binary.txt": (bytes(range(256)) * 99, "binary file"),
    "q-word.txt": (b"a" * 6_000_000, "over the limit"),
    "q-torn.rss": (
        b"<rss><channel><item><title>A</title><description>Der Hafen von Ostermoor ist zu.</description></item><item>"
        + b"<title>B</title><description>Mehr &folgt" * 9,
        "broken as XML",
    ),
    "r-short.warc": (test_warc.WHOLE[: len(test_warc.record(1, test_warc.HTML)) // 2], "breaks off"),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    for name, (raw, _) in HOSTILE.items():
        (folder / name).write_bytes(raw)
    with (folder / "s-large.txt").open("wb") as stream:
        stream.truncate(200_000_000)
    (folder / "t-nested.eml").write_bytes(test_mail.nested(100).as_bytes())
    (folder / "u-megabyte.html").write_bytes(b"<article><p>" + b"a" * 1_000_000 + b"</p>" + PROSE * 9)
    for name, encoding, declared in (("v-wrong.html", "cp1252", "utf-8"), ("w-wrong.html", "utf-8", "iso-8859-5")):
        page = f'<html><head><meta charset="{declared}"></head><body><article>{WIDE}</article></body></html>'
        (folder / name).write_bytes(page.encode(encoding))
    (folder / "z.txt").write_text("Der Rat tagt am Freitag.")
    done = subprocess.run([sys.executable, "-c", LOAD, folder], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return json.loads(done.stdout)


def test_memory_stays_under_a_gigabyte(found):
    assert found["kilobytes"] < 1_000_000


def test_the_good_are_read(found):
    read = [uri for uri, reason in found["lines"] if reason is None]
    assert {"z.txt", "u-megabyte.html", "t-nested.eml", "v-wrong.html", "w-wrong.html"} <= set(read)
    assert {"q-torn.rss#1"} <= set(read)


@pytest.mark.parametrize("name", ["v-wrong.html", "w-wrong.html"])
def test_a_charset_that_is_declared_wrong_is_told_by_the_bytes(found, name):
    assert "dürfe übermorgen" in found["texts"][name]


@pytest.mark.parametrize("name", HOSTILE)
def test_each_gives_a_line(found, name):
    *_, reason = [reason for uri, reason in found["lines"] if uri.split("#")[0] == name and reason]
    assert HOSTILE[name][1] in reason
    assert ";" in reason
    assert "\n" not in reason


def test_a_large_file_is_not_opened(found):
    assert ["s-large.txt", "is larger than 50 MB and was not read; split it into its reports"] in found["lines"]
