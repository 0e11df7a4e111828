"""The local web page: the dossier's own templates, served on loopback, with reports dropped in and filters applied."""

from quellenlage.web.app import create_app
from quellenlage.web.guard import Login, is_loopback

__all__ = ["Login", "create_app", "is_loopback"]
