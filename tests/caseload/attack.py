"""A reader who works out hidden counts: writes what is shown as equations in whole numbers and solves them.

``Puzzle`` holds numbers, bounds and sums, wherever they were read; ``Attacker`` is one in front of tables.
"""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_array

MOST = 100_000  # more children than any table of these tests has


class Puzzle:
    """Whole numbers of which some are known, the others lie within bounds and may differ from a number, and sums."""

    def __init__(self):
        self.lower, self.upper, self.places, self.sums, self.other_than = [], [], {}, [], {}

    def number(self, key, lower, upper):
        """What is known of a number; learnt twice, both hold."""
        if key not in self.places:
            self.places[key] = len(self.places)
            self.lower.append(0)
            self.upper.append(MOST)
        place = self.places[key]
        self.lower[place] = max(self.lower[place], lower)
        self.upper[place] = min(self.upper[place], upper)

    def differs(self, key, number):
        self.other_than[key] = number

    def sum(self, total, parts):
        self.sums.append((total, tuple(parts)))

    def values(self, key):
        """The least and the greatest value that a number may have."""
        return self._extreme(key, 1), self._extreme(key, -1)

    def solved(self, keys):
        """Those of some numbers that have a single possible value."""
        return [key for key in keys if len(set(self.values(key))) == 1]

    def _extreme(self, key, direction):
        aim = np.zeros(len(self.places) + len(self.other_than))
        aim[self.places[key]] = direction
        switches = [1] * len(self.other_than)
        found = milp(
            aim,
            constraints=self._constraints(),
            bounds=Bounds(self.lower + [0] * len(switches), self.upper + switches),
            integrality=np.ones(len(aim)),
            options={"mip_rel_gap": 0},
        )
        assert found.status == 0, found.message
        return round(direction * found.fun)

    def _constraints(self):
        """The sums; and of each number that differs from another, that it lies below or (switched) above it."""
        width = len(self.places) + len(self.other_than)
        factors = lil_array((len(self.sums) + 2 * len(self.other_than), width))
        least, most = [0] * len(self.sums), [0] * len(self.sums)
        for line, (total, parts) in enumerate(self.sums):
            factors[line, self.places[total]] += 1
            for part in parts:
                factors[line, self.places[part]] -= 1
        for count, (key, number) in enumerate(self.other_than.items()):
            line, switch = len(self.sums) + 2 * count, len(self.places) + count
            factors[line, self.places[key]] = factors[line + 1, self.places[key]] = 1
            factors[line, switch], factors[line + 1, switch] = -MOST, -(number + 1)
            least += [-np.inf, 0]
            most += [number - 1, np.inf]
        return LinearConstraint(factors.tocsr(), least, most)


class Attacker(Puzzle):
    """Knows all that a release shows, that totals are sums, and of a hidden count whether it is small."""

    def __init__(self, tables, released, threshold=5):
        super().__init__()
        for table, shown in zip(tables, released, strict=True):
            for row, shown_row in zip(table.rows, shown, strict=True):
                for cell, number in zip(row, shown_row, strict=True):
                    self._learn(cell, number, threshold)
            for total, parts in table.sums():
                self.sum(total.key, [part.key for part in parts])

    def _learn(self, cell, number, threshold):
        if number is not None:
            self.number(cell.key, number, number)
        elif cell.count < threshold:
            self.number(cell.key, 1, threshold - 1)
        else:
            self.number(cell.key, threshold, MOST)
        if number is None and cell.published is not None:
            self.differs(cell.key, cell.published)
