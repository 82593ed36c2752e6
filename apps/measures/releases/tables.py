"""The fixed set of tables of a release: who is counted, by what, and the counts themselves.

A count is known by its key: who is counted, and the values that single it out. The same key in two tables is the same
count, so that totals which stand in several tables are suppressed as one.
"""

from collections import Counter
from dataclasses import dataclass
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
    """A table to be made; without ``columns`` it has one column of numbers."""

    key: str
    population: str
    title: str
    rows: str
    columns: str = ""
    note: str = ""

    @property
    def is_cross(self):
        return bool(self.columns)


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
BY_KEY = {plan.key: plan for plan in TABLES}


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


def counted(census_on, year):
    """``{population: rows}`` of all that a release counts; three queries, under the role that sees children."""
    plans = [row | {"need": "OTH" if row["need"] == "DS" else row["need"]} for row in plans_in_force(census_on)]
    return {PLANS: plans, REQUESTS: requests_of(year), CEASED: ceased_in(year)}


def build(plan, rows, published):
    """A table of cells with totals; ``published`` gives the figures of others by key (see ``published.known``)."""
    sums = Counter()
    for row in rows:
        of_columns = (row[plan.columns], None) if plan.columns else (None,)
        for chosen in product((row[plan.rows], None), of_columns):
            sums[chosen] += row["number"]
    across = [code for code, _ in SUBJECTS[plan.rows].values] + [None]

    def cell(row, column=None):
        values = {plan.rows: row} | ({plan.columns: column} if plan.columns else {})
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
    rows = [*SUBJECTS[plan.rows].labels, TOTAL]
    columns = [*SUBJECTS[plan.columns].labels, TOTAL] if plan.is_cross else ["Number"]
    return rows, columns


def place_words(plan, row, column):
    """A place of a table in words, for messages to those who make releases."""
    rows, columns = labels(plan)
    return f"“{plan.title}”, {rows[row]}" + (f", {columns[column]}" if plan.is_cross else "")
