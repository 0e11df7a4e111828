"""Versions by content: the hash of the files that decide over a result. What changes them makes it be found anew."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import quellenlage
from quellenlage.store.codec import digest

PACKAGE = Path(quellenlage.__file__).parent
EXTRACTORS = ("trafilatura", "lxml", "htmldate", "feedparser", "fastwarc", "pypdf")


@lru_cache(maxsize=1)
def intake() -> str:
    """Give the version of what turns bytes into a report's text."""
    found = [f"{name} {_installed(name)}" for name in EXTRACTORS]
    return digest("\n".join([_files("intake", "language"), *found]))


@lru_cache(maxsize=1)
def rules() -> str:
    """Give the version of the rules by which a report is read."""
    return _files("model", "language", "reading")


@lru_cache(maxsize=1)
def linking() -> str:
    """Give the version of what joins readings to a story."""
    return digest(rules() + _files("linking"))


@lru_cache(maxsize=4)
def model(code: str = "de", name: str | None = None) -> str:
    """Give the version of the pipeline: that of its folder of weights, else of its name and package."""
    folder = Path(name) if name else _weights(code)
    if folder and folder.is_dir():
        return digest("\n".join(_hashed(path) for path in sorted(folder.rglob("*")) if _counts(path)))
    return digest(f"{name} {_installed(name or '')}")


def _weights(code: str) -> Path | None:
    found: Path = import_module(f"quellenlage.language.{code}").weights()
    return found


def _files(*packages: str) -> str:
    paths: Iterable[Path] = (path for name in packages for path in (PACKAGE / name).rglob("*"))
    return digest("\n".join(_hashed(path) for path in sorted(paths) if _counts(path) and path.suffix != ".md"))


def _counts(path: Path) -> bool:
    return path.is_file() and path.suffix not in {".pyc", ".pyo"} and not path.name.startswith(".")


def _hashed(path: Path) -> str:
    with path.open("rb") as file:
        return f"{path.name} {hashlib.file_digest(file, 'blake2b').hexdigest()}"


def _installed(name: str) -> str:
    try:
        return version(name) if name else ""
    except PackageNotFoundError:
        return ""
