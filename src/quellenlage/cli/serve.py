"""``quellenlage serve``: the dossier as a page on this machine, to which reports can be added."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from quellenlage import __version__

if TYPE_CHECKING:
    from quellenlage.web import Login

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.command(context_settings=CONTEXT)
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address; any but loopback needs a login.")
@click.option(
    "--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="Port; 0 takes a free one."
)
@click.option("--user", envvar="QUELLENLAGE_USER", help="Name to log in with; also QUELLENLAGE_USER.")
@click.option("--password", envvar="QUELLENLAGE_PASSWORD", help="Password; better as QUELLENLAGE_PASSWORD.")
def serve(paths: Sequence[str], host: str, port: int, user: str | None, password: str | None) -> None:
    """Show dossiers as a local web page; reports can be dropped or pasted, and are read while you watch.

    PATH is a file or a folder to begin with. Nothing leaves this machine.
    """
    from quellenlage import web

    if bool(user) != bool(password):
        raise click.UsageError("--user and --password belong together; give both or neither")
    login = web.Login(user, password) if user and password else None
    if login is None and not web.is_loopback(host):
        raise click.UsageError(
            f"--host {host} can be reached from other machines; give --user and --password (or QUELLENLAGE_USER and "
            "QUELLENLAGE_PASSWORD), or leave --host out"
        )
    _run(paths, host, port, login)


def _run(paths: Sequence[str], host: str, port: int, login: "Login | None") -> None:
    import uvicorn

    from quellenlage import intake, web
    from quellenlage.web.desk import Desk
    from quellenlage.web.reader import Weigher, read

    desk = Desk(read, Weigher())
    if paths:
        desk.add(lambda: intake.load(list(paths)))
    app = web.create_app(desk, generator=f"quellenlage {__version__}", host=host, login=login)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"quellenlage: http://{shown}:{port}/ (Ctrl+C ends it)", err=True)
    uvicorn.run(app, host=host.strip("[]"), port=port, log_level="warning", server_header=False, proxy_headers=False)
