"""The command line: thin, over the same functions that the library offers."""

from quellenlage.cli.commands import main

__all__ = ["main"]
