"""What a reader drops or pastes, made into reports."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from starlette.datastructures import FormData, UploadFile

from quellenlage import intake
from quellenlage.errors import UnreadableError
from quellenlage.model import Report, Skipped
from quellenlage.render.visible import visible

PASTED = "eingefügter Text"


async def dropped(form: FormData) -> Callable[[], Iterable[Report | Skipped]]:
    """Take the files and the text of a form; they are read when the result is called."""
    files = [file for file in form.getlist("files") if isinstance(file, UploadFile) and file.filename]
    held = [(_name(file.filename or "", n), await file.read()) for n, file in enumerate(files)]
    text, outlet, title = (str(form.get(name) or "").strip() for name in ("text", "outlet", "title"))
    day = _day(str(form.get("published") or ""))

    def read() -> Iterable[Report | Skipped]:
        yield from _files(held, outlet or None, day)
        if text:
            yield _pasted(text, outlet, title, day)

    return read


def _name(given: str, number: int) -> str:
    """Keep of a file's name what is harmless: its last part, without what nobody sees."""
    name = visible(PurePosixPath(given.replace("\\", "/")).name).replace("\n", " ").strip(". ")
    return name[-120:] or f"bericht-{number + 1}"


def _files(held: Sequence[tuple[str, bytes]], outlet: str | None, day: date | None) -> Iterable[Report | Skipped]:
    for name, data in held:
        with TemporaryDirectory(prefix="quellenlage-") as folder:
            path = Path(folder) / name
            path.write_bytes(data)
            yield from intake.load([path], outlet=outlet, published=day)


def _pasted(text: str, outlet: str, title: str, day: date | None) -> Report | Skipped:
    try:
        return intake.from_text(text, uri=PASTED, outlet=outlet or None, title=title or None, published=day)
    except UnreadableError as error:
        return Skipped(uri=PASTED, reason=str(error))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
