"""From linked readings to a dossier: a pure function of what is linked."""

from quellenlage.model import Dossier, Links
from quellenlage.weighing.changes import Change, ChangeKind, changes
from quellenlage.weighing.dossier import weigh

__all__ = ["Change", "ChangeKind", "Dossier", "Links", "changes", "weigh"]
