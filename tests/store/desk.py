"""A news server on loopback that misbehaves in every way a server can, for the tests of ``watch``."""

import gzip
import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[["Handler"], None]


def _rss(links: list[str]) -> str:
    items = "".join(f"<item><title>T</title><link>{link}</link></item>" for link in links)
    return f'<rss version="2.0"><channel><title>Bote</title>{items}</channel></rss>'


def _atom(links: list[str]) -> str:
    items = "".join(f'<entry><id>{link}</id><title>T</title><link href="{link}"/></entry>' for link in links)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Bote</title>{items}</feed>'


def _json_feed(links: list[str]) -> str:
    items = [{"id": link, "url": link, "title": "T"} for link in links]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Bote", "items": items})


def _sitemap(links: list[str]) -> str:
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    return f"<urlset {spaces}>" + "".join(f"<url><loc>{link}</loc></url>" for link in links) + "</urlset>"


def _news_sitemap(links: list[str]) -> str:
    news = (
        "<news:news><news:publication><news:name>Bote</news:name><news:language>de</news:language></news:publication>"
        "<news:publication_date>2024-03-01</news:publication_date><news:title>T</news:title></news:news>"
    )
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    spaces += ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    return f"<urlset {spaces}>" + "".join(f"<url><loc>{link}</loc>{news}</url>" for link in links) + "</urlset>"


FORMS: dict[str, Callable[[list[str]], str]] = {
    "RSS": _rss,
    "Atom": _atom,
    "JSON Feed": _json_feed,
    "sitemap": _sitemap,
    "news sitemap": _news_sitemap,
}


def index(links: list[str]) -> str:
    """Give a sitemap index."""
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    inner = "".join(f"<sitemap><loc>{link}</loc></sitemap>" for link in links)
    return f"<sitemapindex {spaces}>{inner}</sitemapindex>"


@dataclass
class Desk:
    """What the server answers, by path, and what it was asked."""

    url: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    headers: dict[str, dict[str, str]] = field(default_factory=dict)

    def feed(self, *paths: str, etag: str = '"1"') -> None:
        """Let the feed list these paths."""
        self.answers["/feed"] = page(_rss([self.url + path for path in paths]), etag)

    def lists(self, form: str, *paths: str, etag: str = '"1"') -> str:
        """Let a list of one of ``FORMS`` give these paths, and say at which address."""
        self.answers["/liste"] = page(FORMS[form]([self.url + path for path in paths]), etag)
        return self.url + "/liste"

    def article(self, path: str, text: str, etag: str = '"1"') -> None:
        """Put an article on a path."""
        body = "".join(f"<p>{part}</p>" for part in text.split("\n"))
        self.answers[path] = page(
            f"<html><head><title>Bericht</title></head><body><article><h1>Bericht</h1>{body}</article></body></html>",
            etag,
        )


class Handler(BaseHTTPRequestHandler):
    """Answers as the desk says."""

    desk: Desk

    def do_GET(self) -> None:
        self.desk.asked[self.path] += 1
        self.desk.headers[self.path] = dict(self.headers)
        self.desk.answers.get(self.path, status(404))(self)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send(self, code: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


def page(body: str, etag: str = '"1"') -> Answer:
    """Answer with a page, or that it has not changed."""

    def answer(to: Handler) -> None:
        if to.headers.get("If-None-Match") == etag:
            to.send(304)
        else:
            to.send(200, body.encode(), ETag=etag, Last_Modified="Fri, 01 Mar 2024 10:00:00 GMT")

    return answer


def packed(body: str, **headers: str) -> Answer:
    """Answer with bytes compressed with gzip, whatever the headers say of them."""
    return lambda to: to.send(200, gzip.compress(body.encode()), **headers)


def status(code: int, **headers: str) -> Answer:
    """Answer with nothing but a code."""
    return lambda to: to.send(code, **headers)


def slow(to: Handler) -> None:
    """Begin, and send a byte now and then."""
    to.send_response(200)
    to.end_headers()
    for _ in range(200):
        try:
            to.wfile.write(b" ")
            to.wfile.flush()
        except OSError:
            return
        time.sleep(0.02)


def cut_off(to: Handler) -> None:
    """Promise more than is sent."""
    to.send_response(200)
    to.send_header("Content-Length", "100000")
    to.end_headers()
    to.wfile.write(b"<rss><channel>")
    to.close_connection = True


def endless(to: Handler) -> None:
    """Send more than anybody wants."""
    to.send_response(200)
    to.end_headers()
    try:
        for _ in range(100):
            to.wfile.write(b"x" * 10_000)
    except OSError:
        return


@contextmanager
def open_desk() -> Iterator[Desk]:
    """Start the server."""
    desk = Desk()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Handler,), {"desk": desk}))
    desk.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield desk
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
