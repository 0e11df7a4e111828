"""Whom a surname means that stands alone in a report: its one bearer in the story, or nobody.

Of several bearers an office decides, or that the report knows only one of them by other words. Who is kept apart in one
report stays apart.
"""

import re
from collections import Counter, defaultdict

from quellenlage.language.naming import Office
from quellenlage.linking.entities import Row
from quellenlage.linking.groups import Groups
from quellenlage.model import Kind
from quellenlage.reading.names.persons import same_office, surnames
from quellenlage.reading.names.spelling import fold, sound

INITIAL = re.compile(r"[^\W\d_][\w-]+ [A-ZÄÖÜ]\.?")


def join_surnames(rows: list[Row], groups: Groups[str], own: dict[str, str]) -> None:
    """Join names of one word with the one full name that has it; where there is none, with each other."""
    known = _Bearers(rows, groups, own)
    for row in rows:
        if row.is_short and own[row.entity.id].startswith("= ") and len(groups_of(row, known)) != 0:
            target = known.bearer(row)
            if target:
                groups.join(own[row.entity.id], target)
    for row in rows:
        if not row.entity.named or not own[row.entity.id].startswith("= ") or groups_of(row, known):
            continue
        target = known.other(row) or (known.alone(row) if row.is_short else None)
        if target:
            groups.join(own[row.entity.id], target)


def join_by_report(rows: list[Row], groups: Groups[str], own: dict[str, str]) -> None:
    """Join a surname of several bearers with the only one of them whom its report knows by an office."""
    known = _Bearers(rows, groups, own)
    there: dict[str, set[str]] = defaultdict(set)
    size = Counter(groups.find(own[row.entity.id]) for row in rows)
    for row in rows:
        if not row.entity.named:
            there[row.report].add(groups.find(own[row.entity.id]))
    wanted: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        if row.is_person and row.is_short and size[groups.find(own[row.entity.id])] == 1:
            found = [c for c in known.fitting(row) if c in there[row.report]]
            if len(found) == 1:
                wanted[row.report, found[0]].append(own[row.entity.id])
    for (_, target), mine in wanted.items():
        if len(mine) == 1:
            groups.join(mine[0], target)


def join_initials(rows: list[Row], groups: Groups[str], own: dict[str, str]) -> None:
    """Join a surname's initial with the only full name it fits, of one age, office or gender: *Peter D.*, *Peter Danz*.

    Who stands in one report with that full name is another; so is who has another age.
    """
    ages: dict[str, set[str]] = defaultdict(set)
    reports: dict[str, set[str]] = defaultdict(set)
    offices: dict[str, set[Office]] = defaultdict(set)
    full: dict[str, set[str]] = defaultdict(set)
    short = [row for row in rows if row.is_person and INITIAL.fullmatch(row.entity.name)]
    for row in rows:
        key = groups.find(own[row.entity.id])
        ages[key] |= row.ages
        offices[key] |= set(row.offices)
        if row.is_person and not row.is_short and not INITIAL.fullmatch(row.entity.name):
            reports[key].add(row.report)
            full[initials(row.entity.name)].add(key)
    for row in short:
        found = {groups.find(key) for key in full.get(initials(row.entity.name), ())}
        target = next(iter(found)) if len(found) == 1 else None
        if target is None or row.report in reports[target]:
            continue
        mine = groups.find(own[row.entity.id])
        if ages[mine] & ages[target] or (not (ages[mine] and ages[target]) and offices[mine] & offices[target]):
            groups.join(own[row.entity.id], target)


def initials(name: str) -> str:
    """Give a person's first name and the surname's first letter: *peter d*."""
    words = sound(name).split()
    return f"{words[0]} {words[-1][:1]}"


def groups_of(row: Row, known: "_Bearers") -> set[str]:
    """Give the full names of the story that a name of one word may stand for."""
    return known.by_name.get(sound(row.entity.name), set())


class _Bearers:
    """The full names of a story by their surnames, with what is known of each bearer."""

    def __init__(self, rows: list[Row], groups: Groups[str], own: dict[str, str]) -> None:
        self.groups = groups
        self.by_name: dict[str, set[str]] = defaultdict(set)
        self.offices: dict[str, set[Office]] = defaultdict(set)
        self.genders: dict[str, set[str]] = defaultdict(set)
        self.reports: dict[str, set[str]] = defaultdict(set)
        self.others: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            self._add(row, groups.find(own[row.entity.id]))

    def _add(self, row: Row, root: str) -> None:
        self.offices[root] |= set(row.offices)
        if row.is_person:
            self.genders[root] |= row.genders
            self.reports[root].add(row.report)
            if not row.is_short:
                for part in surnames(tuple(row.entity.name.split())):
                    self.by_name[sound(part)].add(root)
        elif row.entity.named and row.entity.kind in {Kind.PLACE, Kind.ORGANISATION}:
            self.others[fold(row.entity.name)].add(root)

    def fitting(self, row: Row) -> list[str]:
        """Give the bearers whom the name can mean: not of another gender, and nobody who stands beside it."""
        found = sorted(self.by_name.get(sound(row.entity.name), set()))
        return [c for c in found if row.report not in self.reports[c] and agree(row.genders, self.genders[c])]

    def bearer(self, row: Row) -> str | None:
        """Choose the one bearer that fits, by office where there are several."""
        found = self.fitting(row)
        rest = groups_of(row, self) - set(found)
        if len(found) == 1 and row.genders and all(not agree(row.genders, self.genders[c]) for c in rest):
            return found[0]
        if len(found) > 1 or rest:
            found = [c for c in found if any(_one_office(a, b) for a in row.offices for b in self.offices[c])]
        return found[0] if len(found) == 1 else None

    def other(self, row: Row) -> str | None:
        """Find the place or body of the same name for a name whose kind is not known.

        A word that one report takes for a person, and says nothing of, is the place that another report shows it to be.
        """
        bare = row.is_person and not row.offices and not row.genders
        found = self.others.get(fold(row.entity.name), set()) if bare or row.entity.kind is Kind.UNKNOWN else set()
        return next(iter(found)) if len(found) == 1 else None

    def alone(self, row: Row) -> str:
        """Give the key of a surname without any bearer; a man and a woman have two."""
        gender = next(iter(row.genders)) if len(row.genders) == 1 else ""
        return f"person {sound(row.entity.name)} {gender}".rstrip()


def _one_office(one: Office, other: Office) -> bool:
    """Say whether two offices can be one, also where a report shortens a title: *Wahlleiter*, *Landeswahlleiter*."""
    short, full = sorted((one, other), key=lambda office: len(office.title))
    return same_office(one, full._replace(title=one.title)) and full.title.endswith(short.title)


def agree(one: frozenset[str], other: set[str]) -> bool:
    """Say whether two persons can be one by gender."""
    return not one or not other or bool(one & other)
