"""Hides small counts in tables that are released to people who may not see cases, so that nobody can work them out.

The reader is taken to know every number that is shown, that totals are the sums of their cells, that a count standing
in several tables is the same one, and of each hidden count whether it is small (1 to 4; 0 is always shown) or hidden to
protect another (5 or more). Where somebody else has published a figure of the same children, the reader knows that too:
where it is the same as ours, our count is public and shown; where ours differs, the reader knows that it differs.

A count from 1 to 4 is hidden. Then, for each of these, further counts are hidden until there is a second set of numbers
that agrees with all that is shown and gives this count another value. That second set is kept as the proof: it gives
another value to each count that was hidden for it, and hiding more later never takes it away.
"""

import heapq
from collections.abc import Hashable
from dataclasses import dataclass
from itertools import count

THRESHOLD = 5
SEARCH_LIMIT = 20_000


class CannotBeHidden(Exception):
    """No set of hidden counts was found that keeps ``key`` from being worked out: do not release these tables."""

    def __init__(self, key):
        super().__init__(f"The small count {key!r} could be worked out from what is shown. Leave out a table.")
        self.key = key


@dataclass(frozen=True)
class Cell:
    """A count; ``key`` says of whom, so that the same key in two tables is the same count.

    ``is_exempt`` marks a count that is public anyway: it is shown whatever its size. ``published`` is what somebody
    else has published as this count, where that is another number.
    """

    key: Hashable
    count: int
    is_exempt: bool = False
    published: int | None = None


@dataclass(frozen=True)
class Table:
    """Rows of cells: the last cell of each row is the row's total, the last row has the columns' totals.

    A table of one row has no totals of columns.
    """

    rows: tuple[tuple[Cell, ...], ...]

    def cells(self):
        return [cell for row in self.rows for cell in row]

    def sums(self):
        """Each sum of the table as its total and its parts."""
        lines = list(self.rows) + (list(zip(*self.rows, strict=True)) if len(self.rows) > 1 else [])
        return [(line[-1], line[:-1]) for line in lines]


def cross_table(row_name, column_name, counts, exempt=()):
    """A table of two subjects with all totals, from counts by (row, column); a missing pair counts as 0.

    Keys are sets of (subject, value), so that totals that stand in several tables are the same count. ``exempt`` has
    the keys of counts that are public anyway.
    """
    rows = list(dict.fromkeys(row for row, _ in counts))
    columns = list(dict.fromkeys(column for _, column in counts))

    def cell(row, column):
        inside = [n for (r, c), n in counts.items() if row in (None, r) and column in (None, c)]
        chosen = ((row_name, row), (column_name, column))
        key = frozenset((name, value) for name, value in chosen if value is not None)
        return Cell(key, sum(inside), key in exempt)

    return Table(tuple(tuple(cell(row, column) for column in [*columns, None]) for row in [*rows, None]))


def suppress(tables, threshold=THRESHOLD):
    """The counts of each table, row by row, with None for what is hidden; the same tables always give the same.

    Raises ``CannotBeHidden`` where no release is safe, and ValueError where the tables contradict themselves.
    """
    cells = _cells_by_key(tables)
    search = _Search(cells, _sums_by_key(tables), threshold)
    small = [cell for cell in cells.values() if is_small(cell.count, threshold) and not cell.is_exempt]
    for cell in small:
        search.hidden.add(cell.key)
    for cell in small:
        if cell.key not in search.protected:
            search.protect(cell.key)
    return [
        [[None if cell.key in search.hidden else cell.count for cell in row] for row in table.rows] for table in tables
    ]


def is_small(count, threshold):
    """Zero is no small count: it is shown."""
    return 0 < count < threshold


def _cells_by_key(tables):
    """Each count once; a count that is public in one table is public in all."""
    cells = {}
    for cell in (cell for table in tables for cell in table.cells()):
        known = cells.setdefault(cell.key, cell)
        if cell.count != known.count:
            raise ValueError(f"{cell.key!r} is {known.count} in one place and {cell.count} in another.")
        if cell.count < 0:
            raise ValueError(f"{cell.key!r} is less than nothing.")
        if cell.is_exempt:
            cells[cell.key] = cell
    return cells


def _sums_by_key(tables):
    """Each sum once, as the factor of each key in it: 1 for the total, -1 for a part."""
    sums = {}
    for total, parts in (line for table in tables for line in table.sums()):
        if total.count != sum(part.count for part in parts):
            raise ValueError(f"{total.key!r} is {total.count}, but its parts make {sum(p.count for p in parts)}.")
        factors = {part.key: -1 for part in parts} | {total.key: 1}
        if len(factors) != len(parts) + 1:
            raise ValueError(f"A count stands twice in the sum of {total.key!r}.")
        sums[frozenset(factors.items())] = factors
    return list(sums.values())


class _Search:
    """Finds, for one count after another, the second set of numbers that costs the fewest further hidden counts.

    A second set is reached by steps of one: a count goes up or down by one, which puts some sums out, which other
    counts then put right again. States are the sums that are out, and by how much; the cheapest is tried first.
    """

    def __init__(self, cells, sums, threshold):
        self.cells, self.threshold = cells, threshold
        self.counts = {key: cell.count for key, cell in cells.items()}
        self.may_hide = {key for key, cell in cells.items() if cell.count > 0 and not cell.is_exempt}
        self.totals = {key for factors in sums for key, factor in factors.items() if factor == 1}
        self.order = {key: place for place, key in enumerate(cells)}
        self.sums = [self._movable(factors) for factors in sums]
        self.sums_of = {key: [] for key in cells}
        for place, factors in enumerate(self.sums):
            for key, factor in factors.items():
                self.sums_of[key].append((place, factor))
        self.hidden = set()
        self.protected = set()

    def _movable(self, factors):
        """The part of a sum that a reader may not know, in the order of the tables."""
        movable = [key for key in factors if key in self.may_hide]
        return {key: factors[key] for key in sorted(movable, key=self.order.__getitem__)}

    def protect(self, key):
        """Hide what it takes to leave two values for a count; all that is hidden for it is then protected too."""
        changes = self._second_set(key)
        if changes is None:
            raise CannotBeHidden(key)
        self.hidden.update(changes)
        self.protected.update(changes)

    def _second_set(self, key):
        """The changes, by key, that lead from the true numbers to the second set; None where none was found."""
        ties = count()
        waiting, tried = [], set()
        for step in (1, -1):
            if self._may_be(key, step):
                out = self._after({}, key, step)
                heapq.heappush(waiting, ((0, 0, 0, 0), next(ties), out, {key: step}))
        while waiting and len(tried) < SEARCH_LIMIT:
            cost, _, out, changes = heapq.heappop(waiting)
            if not out:
                return changes
            state = (frozenset(out.items()), changes[key])
            if state in tried:
                continue
            tried.add(state)
            for other, step in self._repairs(out, changes):
                entry = (self._cost(cost, other), next(ties), self._after(out, other, step), {**changes, other: step})
                heapq.heappush(waiting, entry)
        return None

    def _repairs(self, out, changes):
        """The steps of one that bring the first sum that is out nearer to being right."""
        place = min(out)
        wanted = -1 if out[place] > 0 else 1
        for other, factor in self.sums[place].items():
            step = wanted * factor
            if other not in changes and self._may_be(other, step):
                yield other, step

    def _may_be(self, key, step):
        """Whether the count after a step is still what a reader may take it for: small or not, and not as published."""
        count, after = self.counts[key], self.counts[key] + step
        stays = is_small(after, self.threshold) == is_small(count, self.threshold)
        return after >= 1 and stays and after != self.cells[key].published

    def _after(self, out, key, step):
        """By how much each sum is out after a step; sums that are right are left out."""
        after = dict(out)
        for place, factor in self.sums_of[key]:
            after[place] = after.get(place, 0) + factor * step
        return {place: amount for place, amount in after.items() if amount}

    def _cost(self, cost, key):
        """Totals newly hidden, counts newly hidden, people in them, steps: in this order of weight."""
        totals, cells, people, steps = cost
        if key in self.hidden:
            return totals, cells, people, steps + 1
        return totals + (key in self.totals), cells + 1, people + self.counts[key], steps + 1
