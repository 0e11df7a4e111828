"""A PostgreSQL server of its own for the run, in a temporary folder, reached by a socket there."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import create_engine, text

USER = "postgres"


@contextmanager
def server() -> Iterator[str]:
    """Start a server and give the URL of its first database; nobody but this machine's users can reach it."""
    folder = Path(tempfile.mkdtemp(prefix="ql-pg-"))
    as_user = {"user": USER, "group": USER, "extra_groups": []} if os.geteuid() == 0 else {}
    if as_user:
        shutil.chown(folder, USER, USER)
    data, options = folder / "data", f"-c listen_addresses='' -c fsync=off -k {folder}"
    try:
        initdb = ["-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        _run("initdb", *initdb, cwd=folder, **as_user)
        _run("pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start", cwd=folder, **as_user)
        try:
            yield f"postgresql://{USER}@/postgres?host={quote(str(folder), safe='')}"
        finally:
            _run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop", cwd=folder, **as_user)
    finally:
        shutil.rmtree(folder)


def new_database(url: str, name: str) -> str:
    """Make an empty database and give its URL."""
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return url.replace("/postgres?", f"/{name}?")


def _run(program: str, *arguments: object, **options: object) -> None:
    command = [str(_newest() / program), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=False, text=True, stdin=subprocess.DEVNULL, **options)
    assert done.returncode == 0, done.stdout + done.stderr


def _newest() -> Path:
    """Give the folder of Debian's newest PostgreSQL, or of the one on the path."""
    on_path = shutil.which("pg_ctl")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    return found[-1] if found else Path(on_path or "pg_ctl").parent
