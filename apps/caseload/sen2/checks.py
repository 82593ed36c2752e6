"""Checks a return as a whole: every problem at once, by record and rule.

An error would break a rule of the database or of the law's own order (a plan before its request): its record is left
out, with all that hangs on it, if the person so chooses. A query is loaded and listed, to be corrected at source. Most
queries are those of Data to Insight's Annex A validator.
"""

from collections import Counter, defaultdict
from datetime import date

from apps.caseload.sen2.layout import BY_NAME, MODULES
from apps.caseload.sen2.reading import Problem

OLDEST = 25
# Nobody whom a return can be about was born before; an earlier date is a slip of the keyboard.
EARLIEST = date(1980, 1, 1)


def check(made):
    """All problems of a Return, its own reading problems first, in the order of files and lines."""
    found = list(made.problems)
    for module in MODULES:
        found += _keys(module, made)
    for rule in RULES:
        found += rule(made)
    return in_order(found)


def in_order(problems):
    """Problems in the order of files and lines."""
    order = ["sen2", *(module.name for module in MODULES)]
    return sorted(problems, key=lambda p: (order.index(p.table), p.row, p.field, p.code))


def left_out(made, problems):
    """``{module: {lines}}`` of the records with an error and of all that hangs on them."""
    out = {module.name: {p.row for p in problems if p.is_error and p.table == module.name} for module in MODULES}
    gone = {}
    for module in MODULES:
        rows = made.rows[module.name]
        if module.parent:
            out[module.name] |= {row.line for row in rows if row.parent in gone[module.parent]}
        kept = {row.key for row in rows if row.line not in out[module.name]}
        gone[module.name] = {row.key for row in rows} - kept
    return out


def _problem(module, row, field, code, message, is_error=True):
    return Problem(module, row.line, row.key, field, code, message, is_error)


def _keys(module, made):
    rows = made.rows[module.name]
    times = Counter(row.key for row in rows)
    seen = set()
    parents = {row.key for row in made.rows[module.parent]} if module.parent else ()
    for row in rows:
        if not row.key:
            yield _problem(module.name, row, module.key.name, "missing_key", "The record has no id of its own.")
        elif row.key in seen:
            words = f"The id {row.key} stands {times[row.key]} times; only the first is loaded."
            yield _problem(module.name, row, module.key.name, "duplicate_key", words)
        seen.add(row.key)
        if module.parent and row.parent not in parents:
            title = BY_NAME[module.parent].title.lower()
            words = f"It hangs on the {title} {row.parent or 'without an id'}, which is not in the files."
            yield _problem(module.name, row, module.parent_key.name, "orphan", words)


def _by_key(made, module):
    return {row.key: row for row in made.rows[module]}


def _person(made):
    upns = Counter(row.values["upn"] for row in made.rows["person"])
    with_plan = {row.parent for row in made.rows["activeplans"]}
    with_plan = {row.parent for row in made.rows["requests"] if row.key in with_plan}
    for row in made.rows["person"]:
        values = row.values
        for field, name, words in (
            ("birth_on", "personbirthdate", "date of birth"),
            ("sex", "sex", "sex"),
            ("ethnicity", "ethnicity", "ethnicity"),
        ):
            if not values[field]:
                yield _problem("person", row, name, f"{field}_missing", f"There is no {words}.", is_error=False)
        if values["upn"] and upns[values["upn"]] > 1:
            words = f"The UPN {values['upn']} stands at {upns[values['upn']]} people."
            yield _problem("person", row, "upn", "duplicate_upn", words, is_error=False)
        yield from _ages(made, row, has_plan=row.key in with_plan)


def _ages(made, row, has_plan):
    """A plan ends at the latest with the academic year of the 25th birthday; every date must be plausible."""
    born = row.values["birth_on"]
    if not born:
        return
    if born > made.as_at:
        yield _problem("person", row, "personbirthdate", "date_in_future", f"{born} lies after the extract.")
        return
    age = age_on(born, made.reference_on)
    if has_plan and age > OLDEST:
        yield _problem("person", row, "personbirthdate", "age_over_25", f"Aged {age} on census day.")
    elif has_plan and age == OLDEST:
        words = "Aged 25 on census day: a plan ends at the end of that academic year."
        yield _problem("person", row, "personbirthdate", "age_25", words, is_error=False)
    if age >= 6 and not (row.values["upn"] or row.values["uln"] or row.values["upn_unknown"]):
        words = "Aged 6 or over with neither UPN nor ULN, and no reason."
        yield _problem("person", row, "upn", "upn_missing", words, is_error=False)


def age_on(born, on):
    """Completed years; a birthday on 29 February counts from 1 March in other years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


DATES = {
    module.name: [column for column in module.columns if column.kind == "date" and "transfer" not in column.field]
    for module in MODULES
}


def _future_dates(made):
    for name, columns in DATES.items():
        if name == "person":
            continue
        for row in made.rows[name]:
            for column in columns:
                value = row.values[column.field]
                if value and value > made.as_at and column.field not in ("ceased_on", "left_on"):
                    words = f"{value} lies after the extract of {made.as_at}."
                    yield _problem(name, row, column.name, "date_in_future", words)


def _early_dates(made):
    for module in MODULES:
        columns = [column for column in module.columns if column.kind == "date"]
        for row in made.rows[module.name]:
            for column in columns:
                value = row.values[column.field]
                if value and value < EARLIEST:
                    words = f"{value} is too long ago to be right."
                    yield _problem(module.name, row, column.name, "impossible_date", words)


def _requests(made):
    for row in made.rows["requests"]:
        values = row.values
        received, decided, outcome = values["received_on"], values["outcome_on"], values["outcome"]
        if received is None and outcome != "H":
            words = "There is no date of receipt: the case has no clock."
            yield _problem("requests", row, "receiveddate", "received_missing", words, is_error=False)
        if received and decided and decided < received:
            words = f"It was decided on {decided}, before it was received on {received}."
            yield _problem("requests", row, "requestoutcomedate", "date_order", words)
        if outcome in ("Y", "N") and decided is None:
            words = "It was decided, but there is no date of the decision."
            yield _problem("requests", row, "requestoutcomedate", "outcome_date_missing", words, is_error=False)
        if outcome in ("A", "W", "H") and decided:
            words = f"A date of decision does not go with the outcome {outcome}."
            yield _problem("requests", row, "requestoutcomedate", "outcome_date_unexpected", words, is_error=False)


def _open_requests(made):
    """Two requests of one person that are both open."""
    finished = {row.parent for row in made.rows["assessment"] if row.values["outcome"] != "A"}
    open_ones = defaultdict(list)
    for row in made.rows["requests"]:
        if row.values["outcome"] in ("A", "Y") and row.key not in finished and not row.values["exported"]:
            open_ones[row.parent].append(row)
    for person, rows in open_ones.items():
        for row in rows[1:]:
            words = f"The person {person} already has the open request {rows[0].key}."
            yield _problem("requests", row, "persontableid", "two_open_requests", words)


def _assessments(made):
    requests, plans = _by_key(made, "requests"), {row.parent for row in made.rows["namedplan"]}
    times = Counter(row.parent for row in made.rows["assessment"])
    seen = set()
    for row in made.rows["assessment"]:
        request = requests.get(row.parent)
        if times[row.parent] > 1 and row.parent in seen:
            words = f"The request {row.parent} already has an assessment."
            yield _problem("assessment", row, "requeststableid", "second_assessment", words)
        seen.add(row.parent)
        if request and request.values["outcome"] == "N":
            words = "The request was refused, yet there is an assessment: was the refusal overturned?"
            yield _problem("assessment", row, "requeststableid", "refused_but_assessed", words, is_error=False)
        yield from _assessment_order(row, request)
        if row.values["outcome"] == "Y" and row.key not in plans:
            words = "A plan was to be issued, but none is named."
            yield _problem("assessment", row, "assessmentoutcome", "plan_missing", words, is_error=False)


def _assessment_order(row, request):
    received = request.values["received_on"] if request else None
    decided = row.values["outcome_on"]
    if received and decided and decided < received:
        words = f"Its outcome of {decided} lies before the request of {received}."
        yield _problem("assessment", row, "assessmentoutcomedate", "date_order", words)


def _plans(made):
    assessments, requests = _by_key(made, "assessment"), _by_key(made, "requests")
    for row in made.rows["namedplan"]:
        assessment = assessments.get(row.parent)
        request = requests.get(assessment.parent) if assessment else None
        starts, ceased = row.values["starts_on"], row.values["ceased_on"]
        received = request.values["received_on"] if request else None
        if starts is None:
            yield _problem("namedplan", row, "startdate", "start_missing", "There is no date of issue.", is_error=False)
        if starts and received and starts < received:
            # A plan that came with the child from another council was issued before this one heard of it.
            is_error = assessment.values["outcome"] != "H"
            words = f"The plan was issued on {starts}, before it was requested on {received}."
            yield _problem("namedplan", row, "startdate", "date_order", words, is_error)
        if starts and ceased and ceased < starts:
            words = f"The plan ceased on {ceased}, before it was issued on {starts}."
            yield _problem("namedplan", row, "ceasedate", "date_order", words)
        if bool(ceased) != bool(row.values["cease_reason"]):
            words = "A plan that ceased has both a date and a reason."
            yield _problem("namedplan", row, "ceasereason", "cease_incomplete", words, is_error=False)
        if starts and assessment and assessment.values["outcome_on"] not in (None, starts):
            words = f"Issued on {starts}, but the assessment says {assessment.values['outcome_on']}."
            yield _problem("namedplan", row, "startdate", "issue_dates_differ", words, is_error=False)


def _active_plans(made):
    placed = {row.parent for row in made.rows["placementdetail"]}
    primary = {row.parent for row in made.rows["senneed"] if row.values["rank"] == 1}
    seen = set()
    for row in made.rows["activeplans"]:
        meeting, decided = row.values["review_meeting_on"], row.values["decided_on"]
        if row.parent in seen:
            words = f"The request {row.parent} already has an active plan."
            yield _problem("activeplans", row, "requeststableid", "second_active_plan", words)
        seen.add(row.parent)
        if meeting and decided and decided < meeting:
            words = f"The decision of {decided} lies before the meeting of {meeting}."
            yield _problem("activeplans", row, "lastreview", "date_order", words, is_error=False)
        if row.key not in placed:
            words = "There is no placement."
            yield _problem("activeplans", row, "activeplanstableid", "placement_missing", words, is_error=False)
        if row.key not in primary:
            words = "There is no primary need."
            yield _problem("activeplans", row, "activeplanstableid", "need_missing", words, is_error=False)


def _settings(made):
    for name in ("plandetail", "placementdetail"):
        for row in made.rows[name]:
            is_named = row.values["urn"] or row.values["ukprn"]
            if not is_named and not row.values["setting"]:
                words = "Neither a URN, a UKPRN nor a setting is given."
                yield _problem(name, row, "urn", "setting_missing", words, is_error=False)
            if is_named and row.values["setting"]:
                words = "A setting is given only where there is no URN or UKPRN."
                yield _problem(name, row, "sensetting", "setting_unexpected", words, is_error=False)


def _needs(made):
    seen = set()
    for row in made.rows["senneed"]:
        place = (row.parent, row.values["rank"])
        if place in seen and row.values["rank"]:
            words = f"The plan already has a need of rank {row.values['rank']}."
            yield _problem("senneed", row, "sentyperank", "rank_twice", words)
        seen.add(place)


RULES = (
    _person,
    _future_dates,
    _early_dates,
    _requests,
    _open_requests,
    _assessments,
    _plans,
    _active_plans,
    _settings,
    _needs,
)
