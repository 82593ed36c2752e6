"""The fixed set of tables of a release: who is counted, by what, and the counts themselves.

A count is known by its key: who is counted, and the values that single it out. The same key in two tables is the same
count, so that totals which stand in several tables are suppressed as one.
"""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import product

from apps.caseload import codes
from apps.caseload.figures.census import BANDS, OLDER
from apps.caseload.figures.released import ceased_in, plans_in_force, requests_of
from apps.caseload.suppression import Cell, Table

RULES_VERSION = "1"
TOTAL = "Total"
NOT_RECORDED = ("", "Not recorded")
PLANS, REQUESTS, CEASED = "plans", "requests", "ceased"


@dataclass(frozen=True)
class Subject:
    """What plans or requests are told apart by; every value is shown in every release, also where nobody has it."""

    label: str
    values: tuple

    @property
    def labels(self):
        return [label for _, label in self.values]


@dataclass(frozen=True)
class Plan:
    """A table to be made; without ``columns`` it has one column of numbers.

    With a ``group`` it has only the rows of that group, and the group's own total.
    """

    key: str
    population: str
    title: str
    rows: str
    columns: str = ""
    note: str = ""
    group: str = ""

    @property
    def is_cross(self):
        return bool(self.columns)

    @property
    def may_be_left_out(self):
        return self.is_cross or self.rows == "place"

    @property
    def row_values(self):
        values = SUBJECTS[self.rows].values
        return [pair for pair in values if not self.group or pair[0] in GROUPS[self.group].codes]


@dataclass(frozen=True)
class Group:
    """Rows of a table that are added up in a table of their own."""

    label: str
    codes: tuple


# DfE publishes Down syndrome inside "other"; so do we, so that both count the same.
NEEDS = tuple((code, label) for code, label in codes.NeedType.choices if code not in ("DS", "OTH"))
SUBJECTS = {
    "age": Subject(
        "Age on 31 August", (*((name, name.capitalize()) for name, _, _ in BANDS), (OLDER, OLDER), NOT_RECORDED)
    ),
    "need": Subject("Primary need", (*NEEDS, ("OTH", "Other difficulty, with Down syndrome"), NOT_RECORDED)),
    "sex": Subject("Sex", (*codes.Sex.choices, NOT_RECORDED)),
    "setting": Subject(
        "Kind of setting",
        (
            ("school", "School or other place with a school number (URN)"),
            ("unit", "SEN unit of a school"),
            ("resourced", "Resourced provision of a school"),
            ("provider", "College or other provider with a provider number (UKPRN)"),
            *codes.Setting.choices,
            NOT_RECORDED,
        ),
    ),
    "place": Subject(
        "Where the place is",
        (
            ("independent", "Independent school in the area"),
            ("independent_away", "Independent school outside the area"),
            ("school", "Other school in the area"),
            ("unit", "SEN unit of a school in the area"),
            ("resourced", "Resourced provision of a school in the area"),
            ("school_away", "Other school outside the area, with its SEN unit and resourced provision"),
            ("unregistered", "School that is not in the register of schools"),
            ("provider", "College or other provider with a provider number (UKPRN)"),
            *codes.Setting.choices,
            NOT_RECORDED,
        ),
    ),
    "source": Subject("Who asked", (*codes.RequestSource.choices, NOT_RECORDED)),
    "outcome": Subject(
        "What was decided",
        tuple(choice for choice in codes.RequestOutcome.choices if choice[0] != codes.RequestOutcome.HISTORICAL),
    ),
    "reason": Subject("Reason", (*codes.CeaseReason.choices, NOT_RECORDED)),
}
NO_REGISTER = (
    "The records name a school only by its number. Whether it is independent, or lies outside the borough, they do not "
    "say, so that this is not counted here."
)
BY_REGISTER = (
    "Independent schools are those of that group in DfE's register of schools as at {as_at:%-d %B %Y}; the area is the "
    "council's, as the register has it."
)
OWN_CODES = "A place counts by its kind where it has neither number."
TABLES = (
    Plan("plans-age", PLANS, "Plans by age", "age"),
    Plan("plans-need", PLANS, "Plans by primary need", "need"),
    Plan("plans-sex", PLANS, "Plans by sex", "sex"),
    Plan("plans-setting", PLANS, "Plans by kind of setting", "setting", note=f"{OWN_CODES} {NO_REGISTER}"),
    Plan("requests-source", REQUESTS, "Requests by who asked", "source"),
    Plan("requests-outcome", REQUESTS, "Requests by what was decided, refusals among them", "outcome"),
    Plan("ceased-reason", CEASED, "Plans that ceased, by reason", "reason"),
    Plan("plans-need-sex", PLANS, "Plans by primary need and sex", "need", "sex"),
    Plan("plans-need-age", PLANS, "Plans by primary need and age", "need", "age"),
    Plan("plans-age-sex", PLANS, "Plans by age and sex", "age", "sex"),
    Plan(
        "plans-setting-sex", PLANS, "Plans by kind of setting and sex", "setting", "sex", f"{OWN_CODES} {NO_REGISTER}"
    ),
    Plan("requests-outcome-sex", REQUESTS, "Requests by what was decided and sex", "outcome", "sex"),
    Plan("ceased-reason-sex", CEASED, "Plans that ceased, by reason and sex", "reason", "sex"),
)
GROUPS = {
    "independent": Group("All independent schools", ("independent", "independent_away")),
    "away": Group("All schools outside the area", ("independent_away", "school_away")),
}
# Where a register of schools is held these take the place of the tables by kind of setting.
OF_SETTING = ("plans-setting", "plans-setting-sex")
OF_PLACE = (
    Plan("plans-place", PLANS, "Plans by where the place is", "place", note=OWN_CODES),
    Plan("plans-independent", PLANS, "Plans at independent schools", "place", group="independent"),
    Plan("plans-away", PLANS, "Plans at schools outside the area", "place", group="away"),
)
BY_KEY = {plan.key: plan for plan in (*TABLES, *OF_PLACE)}


def tables_with(register):
    """The tables of a release; ``register`` is the register of schools, None where there is none."""
    if register is None:
        return list(TABLES)
    note = BY_REGISTER.format(as_at=register.as_at)
    first = [replace(plan, note=f"{plan.note} {note}".strip()) for plan in OF_PLACE]
    return [*first, *(plan for plan in TABLES if plan.key not in OF_SETTING)]


def without(plans, one):
    """``(tables, what was left out)`` without one that cannot be made safe.

    Where places cannot be told apart safely, none of their tables is made, and those by kind of setting are.
    """
    of_place = {plan.key for plan in OF_PLACE}
    if one.key not in of_place:
        return [plan for plan in plans if plan != one], [one]
    gone = [plan for plan in plans if plan.key in of_place]
    return [plan for plan in TABLES if plan.key in OF_SETTING or plan in plans], gone


def population_words(population, census_on, year):
    """Who is counted, as a heading says it."""
    on = f"{census_on:%-d %B %Y}"
    return {
        PLANS: f"Plans in force on {on}",
        REQUESTS: f"Requests for an assessment received in {year}",
        CEASED: f"Plans that ceased in {year}",
    }[population]


def definition(plan, census_on, year):
    """Who is counted and how, in whole sentences."""
    of_day = f"{census_on:%-d %B %Y}"
    counted = {
        PLANS: f"Each education, health and care plan in force on {of_day} counts once.",
        REQUESTS: f"Each request for an assessment received in {year} counts once, whenever it was decided.",
        CEASED: f"Each plan that ended or was transferred in {year} counts once.",
    }[plan.population]
    ages = {"age"} & {plan.rows, plan.columns}
    age = " Age is in completed years on the 31 August before." if ages else ""
    return f"{counted}{age}{' ' + plan.note if plan.note else ''}"


def key_of(population, **values):
    """The key of a count; values that are None do not single it out."""
    return frozenset({("of", population), *((name, value) for name, value in values.items() if value is not None)})


def counted(census_on, year, register=None, area=""):
    """``{population: rows}`` of all that a release counts; three queries, under the role that sees children."""
    rows = plans_in_force(census_on, register, area)
    plans = [row | {"need": "OTH" if row["need"] == "DS" else row["need"]} for row in rows]
    return {PLANS: plans, REQUESTS: requests_of(year), CEASED: ceased_in(year)}


def build(plan, rows, published):
    """A table of cells with totals; ``published`` gives the figures of others by key (see ``published.known``)."""
    sums = Counter()
    for row in rows:
        of_columns = (row[plan.columns], None) if plan.columns else (None,)
        for chosen in product((row[plan.rows], None), of_columns):
            sums[chosen] += row["number"]
    across = [code for code, _ in plan.row_values] + [None]
    if plan.group:
        sums[None, None] = sum(sums[code, None] for code in across[:-1])

    def cell(row, column=None):
        values = {plan.rows: row} | ({plan.columns: column} if plan.columns else {})
        if plan.group and row is None:
            values = {"group": plan.group}
        return _cell(key_of(plan.population, **values), sums[row, column], published)

    if not plan.columns:
        return Table((tuple(cell(row) for row in across),))
    down = [code for code, _ in SUBJECTS[plan.columns].values] + [None]
    return Table(tuple(tuple(cell(row, column) for column in down) for row in across))


def _cell(key, number, published):
    figures = published.get(key, [])
    is_same = any(figure == number for figure, _ in figures)
    return Cell(key, number, is_same, None if is_same or not figures else figures[0][0])


def upright(plan, table):
    """The rows of a table as readers see them: one column of numbers where there is no column subject."""
    return table.rows if plan.is_cross else tuple((cell,) for cell in table.rows[0])


def labels(plan):
    """The labels of rows and of columns, totals last."""
    rows = [*(label for _, label in plan.row_values), GROUPS[plan.group].label if plan.group else TOTAL]
    columns = [*SUBJECTS[plan.columns].labels, TOTAL] if plan.is_cross else ["Number"]
    return rows, columns


def place_words(plan, row, column):
    """A place of a table in words, for messages to those who make releases."""
    rows, columns = labels(plan)
    return f"“{plan.title}”, {rows[row]}" + (f", {columns[column]}" if plan.is_cross else "")
