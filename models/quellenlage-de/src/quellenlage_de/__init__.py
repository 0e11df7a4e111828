"""Weights of the German pipeline of Quellenlage. ``FOLDER`` holds them; the code that reads them is Quellenlage's."""

from pathlib import Path

FOLDER = Path(__file__).parent
