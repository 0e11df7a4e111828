"""The command line: thin, over the same functions that the library offers."""

from quellenlage.cli import asking, collecting, deciding, exporting, serve
from quellenlage.cli.commands import main

for _command in (
    collecting.add,
    asking.stories,
    asking.show,
    asking.changes,
    asking.search,
    exporting.export,
    collecting.watch,
    deciding.merge,
    deciding.split,
    deciding.undo,
    deciding.decisions,
    asking.verify,
    collecting.reread,
    serve.serve,
):
    main.add_command(_command)

__all__ = ["main"]
