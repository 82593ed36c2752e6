"""What the Department for Education has published of the same children: known to every reader, and so exempt.

Only columns whose meaning is that of one of our counts are taken. Of DfE's kinds of school only the two of independent
schools are, which make one of our totals; the others cut across ours.
"""

from django.db.models import Q

from apps.caseload.figures.census import BANDS
from apps.measures.models import Observation, State
from apps.measures.releases.tables import CEASED, PLANS, REQUESTS, key_of

SEXES = {"Female": "F", "Male": "M"}
SEX, AGE = "Sex", "Child or young persons age"
NEEDS = ("asd", "hi", "mld", "msi", "oth", "pd", "pmld", "semh", "slcn", "sld", "spld", "vi")
# Our population and values by DfE's series. In our reading the columns "other" and "not_rec" of ceased plans mean what
# they are called, and the guidance swaps them.
SERIES = {
    "plans.ehcplans": (PLANS, {}),
    "plan_needs.ehc_plans": (PLANS, {}),
    **{f"plan_needs.number_{need}": (PLANS, {"need": need.upper()}) for need in NEEDS},
    "plan_needs.number_need_unknown": (PLANS, {"need": ""}),
    "plans.elective_home_education": (PLANS, {"setting": "EHE"}),
    "plans.other_arrangements_la": (PLANS, {"setting": "OLA"}),
    "plans.other_arrangements_parents": (PLANS, {"setting": "OPA"}),
    "plans.neet": (PLANS, {"setting": "NEET"}),
    "plans.neet_ntci": (PLANS, {"setting": "NIEC"}),
    "requests.requests_received_in_year": (REQUESTS, {}),
    "requests.requests_decided_to_assess": (REQUESTS, {"outcome": "Y"}),
    "requests.requests_decided_not_to_assess": (REQUESTS, {"outcome": "N"}),
    "requests.requests_decision_not_made": (REQUESTS, {"outcome": "A"}),
    "requests.requests_withdrawn": (REQUESTS, {"outcome": "W"}),
    "ceased.total_ceased": (CEASED, {}),
    "ceased.max_age": (CEASED, {"reason": "1"}),
    "ceased.needs_met": (CEASED, {"reason": "2"}),
    "ceased.he": (CEASED, {"reason": "3"}),
    "ceased.employ": (CEASED, {"reason": "4"}),
    "ceased.transfer": (CEASED, {"reason": "5"}),
    "ceased.no_engage": (CEASED, {"reason": "6"}),
    "ceased.moved_outside_eng": (CEASED, {"reason": "7"}),
    "ceased.deceased": (CEASED, {"reason": "8"}),
    "ceased.other": (CEASED, {"reason": "9"}),
    "ceased.not_rec": (CEASED, {"reason": ""}),
}
# DfE's two columns that are one of our totals when both are added up.
INDEPENDENT = ("plans.mainstream_independent", "plans.special_independent")


def known(area_code, census_on, year):
    """``{key of a count: [(figure, name of the publication), …]}``, what was loaded last first; one query."""
    academic = f"{census_on.year - 1}{census_on.year % 100:02}"
    rows = (
        Observation.objects.filter(
            Q(series__startswith="plan", period=academic) | Q(period=str(year), time_identifier="Calendar year"),
            area_code=area_code,
            series__in=[*SERIES, *INDEPENDENT],
            state=State.NUMBER,
            breakdown_topic__in=("", SEX, AGE),
        )
        .select_related("source")
        .order_by("-source_id", "pk")
    )
    figures, ages, independent = {}, {}, {}
    for row in rows:
        if row.series in INDEPENDENT:
            if row.breakdown_topic == "":
                independent.setdefault(row.source, {})[row.series] = int(row.value)
            continue
        population, values = SERIES[row.series]
        if row.breakdown_topic == AGE:
            ages.setdefault((row.source, row.series), {})[row.breakdown] = int(row.value)
        elif row.breakdown_topic == "" or row.breakdown in SEXES:
            sex = {"sex": SEXES[row.breakdown]} if row.breakdown_topic == SEX else {}
            for key in _keys(population, values | sex):
                figures.setdefault(key, []).append((int(row.value), str(row.source)))
    for (source, series), by_age in ages.items():
        _add_bands(figures, source, series, by_age)
    for source, parts in independent.items():
        if len(parts) == len(INDEPENDENT):
            figures.setdefault(key_of(PLANS, group="independent"), []).append((sum(parts.values()), str(source)))
    return figures


def _keys(population, values):
    """A kind of setting that is no school is counted under that kind, and under the place where a register is held."""
    ways = [values]
    if "setting" in values:
        ways.append({"place" if name == "setting" else name: value for name, value in values.items()})
    return [key_of(population, **way) for way in ways]


def _add_bands(figures, source, series, by_age):
    """Single years added up to our bands, where they are all there: they then make the published total."""
    population, values = SERIES[series]
    total = figures.get(key_of(population, **values), [])
    if population != PLANS or (sum(by_age.values()), str(source)) not in total:
        return
    for name, low, high in BANDS:
        inside = [number for label, number in by_age.items() if low <= _years(label) <= high]
        figures.setdefault(key_of(population, **values, age=name), []).append((sum(inside), str(source)))


def _years(label):
    """ "under 3" lies in the same band as 2."""
    number = int("".join(sign for sign in label if sign.isdigit()))
    return number - 1 if label.startswith("under") else number
