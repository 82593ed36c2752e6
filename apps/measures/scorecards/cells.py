"""The figures in a row of a scorecard, each under the name by which it is compared and saved. Pure functions.

A cell is a baseline (of a day), the target (always), a milestone (a target for a day) or an actual (of a period).
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from apps.core.dates import long_date
from apps.measures.models import Unit, ValueState
from apps.measures.services import period_of

BASELINE, TARGET, MILESTONE, ACTUAL = "Baseline", "Target", "Milestone", "Actual"
STATES = {
    "suppressed": ValueState.TOO_FEW,
    "not_applicable": ValueState.NOT_APPLICABLE,
    "unavailable": ValueState.UNAVAILABLE,
    "no_value": ValueState.NO_VALUE,
}
# How the units of a sheet are kept; what is not among them is a plain number.
UNITS = {
    "percent": Unit.PERCENT,
    "children": Unit.COUNT,
    "days": Unit.DAYS,
    "weeks": Unit.WEEKS,
    "months": Unit.MONTHS,
}
CENT = Decimal("0.01")
GREATEST = Decimal(10) ** 10


@dataclass(frozen=True)
class Cell:
    """One figure; ``on`` is its day, the last one of its period, and ``starts_on`` the first."""

    kind: str
    on: date | None = None
    starts_on: date | None = None
    amount: Decimal | None = None
    state: str = ValueState.NUMBER
    words: str = ""

    @property
    def name(self):
        return name_of(self.kind, self.on, self.starts_on)

    @property
    def said(self):
        """What the cell says, as it is compared: a number, or why there is none."""
        return said_of(self.amount, self.state, self.words)

    @property
    def is_known(self):
        """Whether it says more than that there is no figure yet."""
        return self.state != ValueState.NO_VALUE


def name_of(kind, on, starts_on=None):
    """By what a cell is known: "Actual, July 2024", "Milestone, 31 July 2024"."""
    if kind == ACTUAL:
        return f"{kind}, {period_of(starts_on, on)[1]}"
    return f"{kind}, {long_date(on)}" if on else kind


def said_of(amount, state, words=""):
    if amount is not None:
        return int(amount) if amount == amount.to_integral_value() else float(amount)
    return words if state == ValueState.WORDS else str(ValueState(state).label)


def amount_of(number):
    """A number of a sheet as it is kept, with two decimals and a half rounded up; None for what does not fit."""
    if number is None:
        return None
    try:
        amount = Decimal(str(number)).quantize(CENT, ROUND_HALF_UP)
    except InvalidOperation:
        return None
    return amount if abs(amount) < GREATEST else None


def cells_of(fields):
    """All figures of a row."""
    return [
        cell for cell in (_baseline(fields), _target(fields), *map(_of_pair, fields.get("observations") or [])) if cell
    ]


def _baseline(fields):
    """A baseline without a number keeps the words of the sheet, such as "<5 (Sep 2023)"."""
    on, amount = fields.get("baseline_on"), amount_of(fields.get("baseline_value"))
    if not on or (amount is None and not fields.get("baseline_suppressed")):
        return None
    words = "" if amount is not None else fields.get("baseline_text") or ""
    return Cell(
        BASELINE, date.fromisoformat(on), None, amount, ValueState.NUMBER if not words else ValueState.WORDS, words
    )


def _target(fields):
    amount = amount_of(fields.get("target_value"))
    return None if amount is None else Cell(TARGET, amount=amount)


def _of_pair(pair):
    on, state, amount = date.fromisoformat(pair["period_end"]), pair["state"], amount_of(pair["value"])
    if state == "number" and amount is not None:
        if pair["kind"] == "milestone":
            return Cell(MILESTONE, on, amount=amount)
        return Cell(ACTUAL, on, _first_day(pair["period"], on), amount)
    if pair["kind"] != "actual" or state not in STATES:
        return None
    return Cell(ACTUAL, on, _first_day(pair["period"], on), None, STATES[state], pair["text"] or "")


def _first_day(period, on):
    """The first day of a period that ends on a day: a quarter where it is called so, else a month."""
    if not period.casefold().startswith("q"):
        return on.replace(day=1)
    return date(on.year, on.month - 2, 1)


def too_big(fields):
    """The words of figures that do not fit: more than ten digits before the point."""
    numbers = [fields.get("baseline_value"), fields.get("target_value")]
    numbers += [pair["value"] for pair in fields.get("observations") or []]
    return [str(number) for number in numbers if number is not None and amount_of(number) is None]
