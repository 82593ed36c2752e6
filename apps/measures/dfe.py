"""Reads the files of DfE's statistics "Education, health and care plans".

``dfe_columns.csv`` lists every column that is understood: the subject (told by the columns, never by the name of the
file), our name of the measure, other spellings in which DfE has published it, and its meaning in DfE's words.
"""

import csv
import io
import re
from pathlib import Path

from apps.measures.cells import Published, ReadError, cell, period, text_of, words
from apps.measures.models import AreaLevel, Observation

PUBLISHER = "Department for Education"
TITLES = {
    "requests": "requests for an assessment",
    "assessments": "assessments",
    "timeliness": "plans issued within 20 weeks",
    "plans": "plans in January",
    "plan_needs": "plans in January by primary need",
    "new_plans": "new plans",
    "new_plan_needs": "new plans by primary need",
    "annual_reviews": "annual reviews",
    "ceased": "plans that ceased",
    "personal_budgets": "personal budgets",
    "residential": "residential placements",
    "work_placements": "work based placements",
    "designated_officers": "designated medical, clinical and social care officers",
}
PERIOD = ("time_period", "time_identifier")
AREA = ("geographic_level", "country_code", "country_name", "region_code", "region_name")
COUNCIL = ("new_la_code", "old_la_code", "la_name")
BREAKDOWN = ("breakdown_topic", "breakdown")
NEEDED = (*PERIOD, *AREA, *COUNCIL)
IN_WORDS = {"designated_officers"}
LEVELS = {
    "national": (AreaLevel.NATIONAL, "country_code", "country_name"),
    "regional": (AreaLevel.REGIONAL, "region_code", "region_name"),
    "local authority": (AreaLevel.LOCAL_AUTHORITY, "old_la_code", "la_name"),
}
# The data guidance: "In 2023 the source of data on EHC plans changed." The return of January 2023 is about plans in
# that January and about what happened in 2022 (our reading: the guidance names no first year).
FIRST_OF_NEW_RETURN = {"calendar year": "2022", "academic year": "202223"}
NEW_RETURN = (
    "From the return of January 2023 on, councils send a row for each child; before, they sent totals. "
    "DfE calls this a change in the source of the data. Which figures came first from it is our reading."
)
REPEATED = re.compile(r"(.+)\.\d+")


def columns():
    """``{subject: {spelling in lower case: our name}}`` and ``{(subject, our name): meaning}``, from the table."""
    spellings, meanings = {}, {}
    with Path(__file__).with_name("dfe_columns.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            known = spellings.setdefault(row["subject"], {})
            for spelling in (row["column"], *row["also_called"].split()):
                known[spelling.lower()] = row["column"]
            meanings[row["subject"], row["column"]] = row["meaning"]
    return spellings, meanings


SPELLINGS, MEANINGS = columns()


def read(name, content):
    """The figures of one file; raises ``ReadError`` where it is not such a file."""
    rows = _rows(name, text_of(name, content))
    header, lines = [heading.strip() for heading in rows[0]], rows[1:]
    places = _places(name, header)
    subject = _subject(name, header, lines, places)
    published = Published(PUBLISHER, f"Education, health and care plans: {TITLES[subject]}")
    measures = _measures(subject, header, lines, published.left_out)
    read_cell = words if subject in IN_WORDS else cell
    seen = {}
    for number, line in enumerate(lines, 2):
        where = f"{name}, row {number}"
        if len(line) != len(header):
            raise ReadError(f"{where}: {len(line)} cells, but the first row has {len(header)}.")
        fixed = _area_and_period(where, line, places)
        key = tuple(fixed[part] for part in ("area_code", "breakdown_topic", "breakdown", "period", "time_identifier"))
        if key in seen:
            raise ReadError(f"{where}: the same area, breakdown and period as row {seen[key]}.")
        seen[key] = number
        for place, measure in measures:
            try:
                state, value = read_cell(line[place])
            except ValueError as error:
                raise ReadError(f"{where}, column {header[place]}: {error}.") from error
            series = f"{subject}.{measure}"
            published.figures.append(
                Observation(
                    **fixed, series=series, state=state, value=value, raw=line[place][:200], column=header[place]
                )
            )
    _mark_breaks(published.figures)
    return published


def _rows(name, text):
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if row]
    except csv.Error as error:
        raise ReadError(f"{name}: this is not a CSV file ({error}).") from error
    if len(rows) < 2:
        raise ReadError(f"{name}: there are no figures in it.")
    return rows


def _places(name, header):
    """``{column: place}`` of what says which area, period and group a row is about."""
    places = {heading.lower(): place for place, heading in reversed(list(enumerate(header)))}
    missing = [column for column in NEEDED if column not in places]
    if missing:
        raise ReadError(
            f"{name}, row 1: there is no column {', '.join(missing)}. "
            "Give a data file of “Education, health and care plans” as DfE publishes it."
        )
    return {column: places[column] for column in (*NEEDED, *BREAKDOWN) if column in places}


def _subject(name, header, lines, places):
    """The subject whose columns fit best; what two subjects share is told by the kind of period."""
    given = {heading.lower() for heading in header}
    fits = {subject: len(given & set(known)) for subject, known in SPELLINGS.items()}
    best = max(fits.values())
    if not best:
        raise ReadError(f"{name}, row 1: no column of a measure is known. Is this another publication of DfE?")
    found = [subject for subject, fit in fits.items() if fit == best]
    if found == ["plan_needs", "new_plan_needs"]:
        kind = lines[0][places["time_identifier"]].strip().lower() if len(lines[0]) == len(header) else ""
        return "plan_needs" if kind == "academic year" else "new_plan_needs"
    return found[0]


def _measures(subject, header, lines, left_out):
    """``[(place, our name)]`` of the columns to read; says of the others why they are left out."""
    known, taken, read = SPELLINGS[subject], {}, []
    fixed = {*NEEDED, *BREAKDOWN}
    for place, heading in enumerate(header):
        name = heading.lower()
        copy = REPEATED.fullmatch(name)
        measure = known.get(copy[1] if copy and name not in known else name)
        if name in fixed:
            continue
        if measure is None:
            left_out.append(f"column {heading}: not known")
        elif measure in taken:
            first = taken[measure]
            same = all(line[place : place + 1] == line[first : first + 1] for line in lines)
            left_out.append(f"column {heading}: repeats {header[first]} with {'the same' if same else 'other'} figures")
        else:
            taken[measure] = place
            read.append((place, measure))
    return read


def _area_and_period(where, line, places):
    """What a row is about, as fields of an ``Observation``."""
    given = {column: line[place].strip() for column, place in places.items()}
    level, code, title = LEVELS.get(given["geographic_level"].lower(), (AreaLevel.OTHER, "old_la_code", "la_name"))
    area_name = given[title]
    if not area_name:
        raise ReadError(f"{where}: there is no {title}.")
    try:
        starts_on, ends_on = period(given["time_period"], given["time_identifier"])
    except ValueError as error:
        raise ReadError(f"{where}, column time_period: {error}.") from error
    topic, group = given.get("breakdown_topic", ""), given.get("breakdown", "")
    if topic == group:  # DfE's way of saying "all": All EHC plans, All EHC plans
        topic = group = ""
    return {
        "area_code": given[code] or area_name,
        "area_name": area_name,
        "area_level": level,
        "breakdown_topic": topic,
        "breakdown": group,
        "period": given["time_period"],
        "time_identifier": given["time_identifier"],
        "period_starts_on": starts_on,
        "period_ends_on": ends_on,
    }


def _mark_breaks(figures):
    """Mark the first figures of the new return wherever the same line has an earlier number."""
    numbers = {}
    for figure in figures:
        if figure.value is not None:
            line = (figure.series, figure.area_code, figure.breakdown_topic, figure.breakdown)
            numbers.setdefault(line, []).append(figure)
    for line in numbers.values():
        line.sort(key=lambda figure: figure.period_starts_on)
        for figure in line[1:]:
            if figure.period == FIRST_OF_NEW_RETURN.get(figure.time_identifier.lower()):
                figure.is_break, figure.break_note = True, NEW_RETURN
