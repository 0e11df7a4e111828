"""Groups that grow by joining pairs (union-find, Tarjan 1975)."""

from collections.abc import Iterable
from typing import Generic, TypeVar

Member = TypeVar("Member", int, str)


class Groups(Generic[Member]):
    """Things that can be ordered, at first each in a group of its own; what is asked for is taken in."""

    def __init__(self, members: Iterable[Member] = ()) -> None:
        self._above: dict[Member, Member] = {member: member for member in members}

    def find(self, member: Member) -> Member:
        """Give the least member of the group of ``member``."""
        root = member
        while (above := self._above.setdefault(root, root)) != root:
            root = above
        while member != root:
            self._above[member], member = root, self._above[member]
        return root

    def join(self, one: Member, other: Member) -> None:
        """Make the groups of ``one`` and ``other`` one."""
        low, high = sorted((self.find(one), self.find(other)))
        self._above[high] = low

    def all(self) -> list[list[Member]]:
        """Give all groups, members and groups in ascending order."""
        out: dict[Member, list[Member]] = {}
        for member in sorted(self._above):
            out.setdefault(self.find(member), []).append(member)
        return list(out.values())
