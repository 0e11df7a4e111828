"""Quellenlage, the state of the sources: who says what, when, how firmly, and on how many independent origins."""

__version__ = "0.1.0"
