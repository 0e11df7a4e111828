"""The routes: the page, how far the reading is, what is dropped, what is downloaded."""

import secrets
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from quellenlage.export import csv
from quellenlage.render import html, json
from quellenlage.render.phrases import LANGUAGES
from quellenlage.render.sieve import Sieve
from quellenlage.render.tongue import Tongue
from quellenlage.render.views import story
from quellenlage.web import intake
from quellenlage.web.desk import Desk
from quellenlage.web.guard import Guard, Login

MOST_FILES = 500
MOST_PART = 2_000_000
NAMES = ("page.css", "page.js", "served.css", "drop.js", "htmx.min.js")
STATIC = {name: f"text/{'css' if name.endswith('css') else 'javascript'}" for name in NAMES}
KINDS = {"html": "text/html", "json": "application/json", "zip": "application/zip", "pdf": "application/pdf"}
DOWNLOADS = {"html": "HTML", "json": "JSON", "zip": "CSV (ZIP)", "pdf": "PDF"}


class Pages:
    """Answers requests from what lies on the desk; ``token`` shows that a form comes from its own page."""

    def __init__(self, desk: Desk, generator: str) -> None:
        self._desk, self._generator, self._token = desk, generator, secrets.token_urlsafe(32)

    def page(self, request: Request) -> Response:
        """Give the whole page, or the chronology alone where a filter asks for it."""
        wanted = request.query_params
        language = _language(wanted)
        asked, at = _sieve(wanted), wanted.get("story", "d1")
        dossiers, progress = self._desk.dossiers, self._desk.progress
        alone = request.headers.get("hx-target", "").removesuffix("-events") == at and "hx-request" in request.headers
        picked = [(n, d) for n, d in enumerate(dossiers, 1) if not alone or f"d{n}" == at]
        stories = [story(d, n, asked if f"d{n}" == at else None) for n, d in picked]
        return self._show(
            "events.html.j2" if alone and stories else "served.html.j2",
            language,
            stories=stories,
            sieve=asked,
            sieved=at,
            progress=progress,
        )

    def progress(self, request: Request) -> Response:
        """Say how far the reading is; when it is done the browser is told to show the new page."""
        progress, seen = self._desk.progress, request.query_params.get("seen", "")
        answer = self._show(
            "progress.html.j2",
            _language(request.query_params),
            progress=progress,
            told=[(d.story.title, len(d.reports), len(d.events)) for d in self._desk.dossiers],
            seen=seen,
        )
        if not progress.busy and seen != str(progress.version):
            answer.headers["hx-refresh"] = "true"
        return answer

    async def take(self, request: Request) -> Response:
        """Take dropped files and pasted text, and show the page again."""
        async with request.form(max_files=MOST_FILES, max_fields=20, max_part_size=MOST_PART) as form:
            self._check(str(form.get("token", "")))
            self._desk.add(await intake.dropped(form))
        return _back(request)

    async def clear(self, request: Request) -> Response:
        """Take everything off the desk."""
        async with request.form(max_files=0, max_fields=5) as form:
            self._check(str(form.get("token", "")))
        self._desk.clear()
        return _back(request)

    async def download(self, request: Request) -> Response:
        """Give all dossiers as a file."""
        kind = request.path_params["kind"]
        if kind not in KINDS:
            raise HTTPException(404)
        data = await run_in_threadpool(self._written, kind, _language(request.query_params))
        name = {"content-disposition": f'attachment; filename="dossier.{kind}"'}
        return Response(data, media_type=KINDS[kind], headers=name)

    def _written(self, kind: str, language: str) -> bytes:
        dossiers = self._desk.dossiers
        if kind == "json":
            return json.to_json(dossiers, generator=self._generator)
        if kind == "zip":
            return _zipped(csv.to_csv(dossiers))
        if kind == "pdf":
            from quellenlage.render.pdf import to_pdf  # noqa: PLC0415  needs Pango, which not every machine has

            return to_pdf(dossiers, generator=self._generator, language=language)
        return html.to_html(dossiers, generator=self._generator, language=language).encode()

    def _check(self, token: str) -> None:
        if not secrets.compare_digest(token.encode(), self._token.encode()):
            raise HTTPException(403, "That form is not from this page; load it again.")

    def _show(self, template: str, language: str, **values: object) -> Response:
        page = _environment().get_template(template)
        own = {"served": True, "paper": False, "script": "", "downloads": DOWNLOADS}
        given = {"token": self._token, "generator": self._generator, "tongue": Tongue(language), "here": "/"}
        shown = page.render(given | own | values)
        return HTMLResponse(html.spoken(shown, language))


def create_app(desk: Desk, *, generator: str, host: str = "127.0.0.1", login: Login | None = None) -> Starlette:
    """Give the application (ASGI) over ``desk``; ``host`` is what it is served on, ``login`` what it asks for."""
    pages = Pages(desk, generator)
    routes = [
        Route("/", pages.page),
        Route("/progress", pages.progress),
        Route("/reports", pages.take, methods=["POST"]),
        Route("/clear", pages.clear, methods=["POST"]),
        Route("/dossier.{kind}", pages.download),
        Route("/static/{name}", _static),
        Route("/favicon.ico", lambda request: Response(status_code=204)),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard, host=host, login=login)])


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404)
    return Response(_file(name), media_type=STATIC[name], headers={"cache-control": "max-age=3600"})


@cache
def _file(name: str) -> str:
    if name == "page.css":
        return html.stylesheet()
    if name == "page.js":
        return html.program()
    return files("quellenlage.web").joinpath("static", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    loaders = [PackageLoader("quellenlage.web"), PackageLoader("quellenlage.render")]
    return html.environment().overlay(loader=ChoiceLoader(loaders))


def _zipped(tables: Mapping[str, bytes]) -> bytes:
    """Put files into one, without a date, so that the same dossiers give the same bytes."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in tables.items():
            archive.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return out.getvalue()


def _back(request: Request) -> Response:
    return RedirectResponse(f"/?lang={_language(request.query_params)}", 303)


def _language(wanted: Mapping[str, str]) -> str:
    asked = wanted.get("lang", "")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def _sieve(wanted: Mapping[str, str]) -> Sieve:
    plain = {name: wanted.get(name, "") for name in ("actor", "status", "outlet", "place")}
    told = wanted.get("told", "")[:9]
    return Sieve(
        words=wanted.get("q", "")[:200],
        told=int(told) if told.isdecimal() else 0,
        begin=_day(wanted, "begin"),
        end=_day(wanted, "end"),
        **plain,
    )


def _day(wanted: Mapping[str, str], name: str) -> date | None:
    try:
        return date.fromisoformat(wanted.get(name, ""))
    except ValueError:
        return None
