"""A reader who works out hidden counts: writes what is shown as equations in whole numbers and solves them."""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_array

MOST = 100_000  # more children than any table of these tests has


class Attacker:
    """Knows all that a release shows, that totals are sums, and that a hidden count is a whole number of 1 or more."""

    def __init__(self, tables, released):
        self.lower, self.upper, self.places = [], [], {}
        for table, shown in zip(tables, released, strict=True):
            for row, shown_row in zip(table.rows, shown, strict=True):
                for cell, number in zip(row, shown_row, strict=True):
                    self._learn(cell.key, number)
        sums = [line for table in tables for line in table.sums()]
        factors = lil_array((len(sums), len(self.places)))
        for line, (total, parts) in enumerate(sums):
            factors[line, self.places[total.key]] = 1
            for part in parts:
                factors[line, self.places[part.key]] = -1
        self.equations = LinearConstraint(factors.tocsr(), 0, 0)

    def _learn(self, key, number):
        if key not in self.places:
            self.places[key] = len(self.places)
            self.lower.append(1)
            self.upper.append(MOST)
        if number is not None:
            self.lower[self.places[key]] = self.upper[self.places[key]] = number

    def values(self, key):
        """The least and the greatest value that a count may have, as far as the release tells."""
        return self._extreme(key, 1), self._extreme(key, -1)

    def _extreme(self, key, direction):
        aim = np.zeros(len(self.places))
        aim[self.places[key]] = direction
        found = milp(
            aim,
            constraints=self.equations,
            bounds=Bounds(self.lower, self.upper),
            integrality=np.ones(len(self.places)),
            options={"mip_rel_gap": 0},
        )
        assert found.status == 0, found.message
        return round(direction * found.fun)

    def solved(self, keys):
        """Those of some counts that have a single possible value."""
        return [key for key in keys if len(set(self.values(key))) == 1]
