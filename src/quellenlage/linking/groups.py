"""Groups that grow by joining pairs (union-find, Tarjan 1975)."""


class Groups:
    """``n`` things, at first each in a group of its own."""

    def __init__(self, n: int) -> None:
        self._above = list(range(n))

    def find(self, i: int) -> int:
        """Give the least member of the group of ``i``."""
        while self._above[i] != i:
            self._above[i] = self._above[self._above[i]]
            i = self._above[i]
        return i

    def join(self, i: int, j: int) -> None:
        """Make the groups of ``i`` and ``j`` one."""
        a, b = sorted((self.find(i), self.find(j)))
        self._above[b] = a

    def all(self) -> list[list[int]]:
        """Give all groups, members and groups in ascending order."""
        out: dict[int, list[int]] = {}
        for i in range(len(self._above)):
            out.setdefault(self.find(i), []).append(i)
        return list(out.values())
