"""Invented records behind a release, releases as their readers get them, and the attacker in front of those."""

import csv
import io
import re
from datetime import date
from html.parser import HTMLParser
from itertools import cycle

from django.urls import reverse
from openpyxl import load_workbook

from apps.caseload.models import (
    ActivePlan,
    Assessment,
    Child,
    Extract,
    NamedPlan,
    Need,
    Placement,
    Request,
    School,
    SchoolRegister,
)
from apps.core.access import WEB, WEB_CASES, assume
from apps.measures.models import Observation, Release, ReleaseThreshold, Source, WhyHidden
from apps.measures.releases import services, tables
from tests.caseload.attack import MOST, Puzzle
from tests.cast import client_of
from tests.factories import TODAY

CENSUS, YEAR = date(2026, 1, 15), 2025
BIRTHS = {
    "under 5": date(2022, 3, 1),
    "5 to 10": date(2017, 3, 1),
    "11 to 15": date(2012, 3, 1),
    "16 to 25": date(2007, 3, 1),
}
MODELS = (Child, Request, Assessment, NamedPlan, ActivePlan, Placement, Need)


def hold(plans=(), requests=(), ceased=(), census_on=CENSUS, as_at=date(2026, 3, 31), schools=("990001",)):
    """An extract that takes the place of the one before; ``schools`` are the places of the plans, in turns: the number
    of a school, or the code of what is no school.

    ``plans`` is ``{(age band, need, sex): how many}``, ``requests`` ``{(source, outcome, sex): how many}`` and
    ``ceased`` ``{(reason, sex): how many}``. Works under, and leaves, the role that sees children.
    """
    assume(WEB_CASES)
    number = Extract.objects.count() + 1
    extract = Extract.objects.create(
        return_year=census_on.year,
        reference_on=census_on,
        as_at=as_at,
        local_authority="351",
        is_synthetic=True,
        digest=f"{number:064}",
    )
    for model in MODELS:
        model.objects.filter(missing_since=None).update(missing_since=extract)
    records = _Records(extract)
    day, places = date(census_on.year - 1, 5, 1), cycle(schools)
    for (age, need, sex), count in dict(plans).items():
        for _ in range(count):
            request = records.request(sex, birth_on=BIRTHS[age], received_on=date(2020, 1, 1), outcome="Y")
            active = records.add(ActivePlan, request=request)
            records.add(Need, active_plan=active, type=need, rank=1)
            where = next(places)
            records.add(Placement, active_plan=active, **{"urn" if where.isdigit() else "setting": where})
    for (source, outcome, sex), count in dict(requests).items():
        for _ in range(count):
            records.request(sex, received_on=day, source=source, outcome=outcome)
    for (reason, sex), count in dict(ceased).items():
        for _ in range(count):
            request = records.request(sex, received_on=date(2020, 1, 1), outcome="Y")
            assessment = records.add(Assessment, request=request, outcome="Y")
            records.add(
                NamedPlan, assessment=assessment, starts_on=date(2020, 5, 1), ceased_on=day, cease_reason=reason
            )
    records.save()
    return extract


class _Records:
    """Records of one extract, saved together in the order of their keys."""

    def __init__(self, extract):
        self.extract, self.rows = extract, {model: [] for model in MODELS}

    def add(self, model, **fields):
        key = f"{self.extract.pk}-{len(self.rows[model])}"
        self.rows[model].append(model(key=key, first_extract=self.extract, **fields))
        return self.rows[model][-1]

    def request(self, sex, *, received_on, outcome, birth_on=date(2015, 3, 1), source=""):
        child = self.add(Child, surname="Invented", sex=sex, birth_on=birth_on)
        return self.add(Request, child=child, received_on=received_on, outcome=outcome, source=source)

    def save(self):
        for model in MODELS:
            model.objects.bulk_create(self.rows[model])


def publish(series, figure, *, period, sex="", time_identifier="Academic year"):
    """A figure of DfE's; 202526 is the academic year of the census day."""
    source, _ = Source.objects.get_or_create(
        sha256="a" * 64,
        defaults={"publisher": "Department for Education", "title": "Plans: a test", "figure_count": 1},
    )
    Observation.objects.create(
        source=source,
        area_code="351",
        area_name="Bury",
        area_level="local_authority",
        series=series,
        breakdown_topic="Sex" if sex else "",
        breakdown=sex,
        period=period,
        time_identifier=time_identifier,
        period_starts_on=date(2025, 9, 1),
        period_ends_on=date(2026, 8, 31),
        state="number",
        value=figure,
        raw=str(figure),
        column=series,
    )
    return source


def set_threshold(number, on):
    ReleaseThreshold.objects.create(effective_on=on, number=number)


def make(by, on=TODAY):
    assume(WEB_CASES)
    made = services.make(by=by, on=on)
    assume(WEB)
    return made


def stored(census_on, *, by, second=None, supersedes=None):
    """A release without tables, put into the tables by the shortest way; a draft where there is no second person."""
    made = Release.objects.create(
        title=f"Plans on {census_on:%-d %B %Y}",
        census_on=census_on,
        year=census_on.year - 1,
        area_code="351",
        extract_as_at=census_on,
        extract_digest="0" * 64,
        threshold=5,
        rules_version=tables.RULES_VERSION,
        known_source=services.newest_source(),
        made_by=by,
        supersedes=supersedes,
    )
    return services.release_draft(release=made, by=second) if second else made


def correct(release, by, note="Counted anew."):
    assume(WEB_CASES)
    try:
        return services.correct(release=release, by=by, note=note)
    finally:
        assume(WEB)


def register(schools):
    """A register of schools: ``{school number: (is independent, LA number)}``."""
    assume(WEB_CASES)
    made = SchoolRegister.objects.create(as_at=date(2026, 2, 1), name="schools.csv", sha256="b" * 64, is_synthetic=True)
    School.objects.bulk_create(
        School(register=made, urn=urn, name=f"School {urn}", is_independent=is_independent, authority=authority)
        for urn, (is_independent, authority) in schools.items()
    )
    assume(WEB)
    return made


def truth(census_on=CENSUS, year=YEAR):
    """Every count of the records held now, by its place as ``place`` names it."""
    assume(WEB_CASES)
    schools = SchoolRegister.objects.newest(is_synthetic=True)
    counted = tables.counted(census_on, year, schools, "351")
    assume(WEB)
    found = {}
    for plan in tables.tables_with(schools):
        table = tables.build(plan, counted[plan.population], {})
        population = tables.population_words(plan.population, census_on, year)
        subjects = [tables.SUBJECTS[name].label for name in (plan.rows, plan.columns) if name]
        row_labels, column_labels = tables.labels(plan)
        for row, cells in zip(row_labels, tables.upright(plan, table), strict=True):
            for column, cell in zip(column_labels, cells, strict=True):
                found[place(population, *zip(subjects, (row, column), strict=False))] = cell.count
    return found


def place(population, *chosen):
    """What a count is of: the same in every table, and for every reader."""
    return population, frozenset((subject, label) for subject, label in chosen if label != "Total")


class Shown:
    """One table as a reader has it: places in rows, and what stands in each (None where it says "hidden")."""

    def __init__(self, population, row_subject, column_subject, column_labels):
        self.population, self.row_subject, self.column_subject = population, row_subject, column_subject
        self.column_labels, self.rows, self.published = column_labels, [], set()

    def add(self, label, texts):
        row = []
        for column, text in zip(self.column_labels, texts, strict=True):
            chosen = [(self.row_subject, label)] + ([(self.column_subject, column)] if self.column_subject else [])
            where = place(self.population, *chosen)
            found = re.fullmatch(r"(?:(hidden)|(\d+)(?: (\[[a-j]\]))?)", " ".join(text.replace(",", "").split()))
            assert found, text
            row.append((where, None if found[1] else int(found[2])))
            if found[3]:
                self.published.add(where)
        self.rows.append(row)

    def cells(self):
        return {where: number for row in self.rows for where, number in row}

    def sums(self):
        """``(total, parts)`` down each column and, where there are several columns, along each row."""
        lines = list(zip(*self.rows, strict=True)) + (self.rows if self.column_subject else [])
        return [(line[-1][0], [where for where, _ in line[:-1]]) for line in lines]


class _Tables(HTMLParser):
    """Reads every table of a page, cell by cell, whatever stands in it."""

    def __init__(self):
        super().__init__()
        self.tables, self.row, self.is_open, self.is_head = [], None, False, False

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "table":
            self.about, self.lines = found, []
        elif tag == "tr":
            self.row = []
        elif tag in ("th", "td"):
            self.row.append("")
            self.is_open = True

    def handle_endtag(self, tag):
        if tag in ("th", "td"):
            self.is_open = False
        elif tag == "tr":
            self.lines.append([" ".join(text.split()) for text in self.row])
        elif tag == "table":
            head, *rows = self.lines
            self.tables.append((self.about, head, rows))

    def handle_data(self, data):
        if self.is_open:
            self.row[-1] += data


def read_page(text):
    parser = _Tables()
    parser.feed(text)
    shown = []
    for about, (row_subject, *column_labels), rows in parser.tables:
        table = Shown(about["data-population"], row_subject, about["data-columns"], column_labels)
        for label, *texts in rows:
            table.add(label, texts)
        shown.append(table)
    return shown


def read_csv(content):
    """``{place: number or None}`` of a downloaded file."""
    found = {}
    for line in csv.DictReader(io.StringIO(content.decode("utf-8-sig"))):
        chosen = [(line["Rows"], line["Row"])] + ([(line["Columns"], line["Column"])] if line["Columns"] else [])
        number = None if line["Number"] == "hidden" else int(line["Number"])
        where = place(line["Who is counted"], *chosen)
        assert found.setdefault(where, number) == number
    return found


def read_workbook(content):
    """All that stands in the sheets of tables: ``[[[value, …] of a row, …] of a sheet, …]``."""
    book = load_workbook(io.BytesIO(content))
    return [[list(row) for row in sheet.values] for sheet in book.worksheets[1:]]


def read_release(release, reader):
    """The tables of a release as ``reader`` gets them; page, CSV and workbook say the same."""
    client = client_of(reader)
    shown = read_page(client.get(release.get_absolute_url()).text)
    numbers = {}
    for table in shown:
        for where, number in table.cells().items():
            assert numbers.setdefault(where, number) == number
    address = reverse("measures:release-export", args=[release.pk])
    assert read_csv(client.get(address, {"format": "csv"}).content) == numbers
    sheets = read_workbook(client.get(address, {"format": "xlsx"}).content)
    for sheet, table in zip(sheets, shown, strict=True):
        for line, row in zip(sheet[3:], table.rows, strict=False):
            texts = ["hidden" if number is None else number for _, number in row]
            assert line[1 : len(texts) + 1] == texts
    return shown


def attacker(readings, published=()):
    """The puzzle of all tables of several releases, ``{release: tables}``, and the numbers that are hidden in it.

    The reader even knows why each number is hidden, and every figure that others have published (``{place: figure}``):
    such a figure stands for our number where ours is shown as published, and is not our number where ours is hidden.
    """
    puzzle, hidden = Puzzle(), []
    for release, shown in readings.items():
        why = reasons(release)
        for table in shown:
            for where, number in table.cells().items():
                if number is not None:
                    puzzle.number((release.pk, where), number, number)
                    continue
                puzzle.number((release.pk, where), *bounds(why[where], release.threshold))
                hidden.append((release.pk, where))
                if where in published and why[where] != WhyHidden.AS_BEFORE:
                    puzzle.differs((release.pk, where), published[where])
            for total, parts in table.sums():
                puzzle.sum((release.pk, total), [(release.pk, part) for part in parts])
    return puzzle, list(dict.fromkeys(hidden))


def bounds(why, threshold):
    return {
        WhyHidden.SMALL: (1, threshold - 1),
        WhyHidden.SECONDARY: (threshold, MOST),
        WhyHidden.AS_BEFORE: (0, MOST),
    }[why]


def reasons(release):
    """Why each hidden number of a release is hidden, as it is stored."""
    found = {}
    for table in Release.objects.get(pk=release.pk).tables.prefetch_related("cells"):
        for cell in table.cells.all():
            chosen = [(table.row_subject, table.row_labels[cell.row])]
            if table.column_subject:
                chosen.append((table.column_subject, table.column_labels[cell.column]))
            if cell.value is None:
                found[place(table.population, *chosen)] = cell.why_hidden
    return found


def tell_changes(puzzle, before, after, was, is_now):
    """Tell the attacker by how much each number of a correction has changed."""
    for where, number in was.items():
        old, new = (before.pk, where), (after.pk, where)
        if old in puzzle.places and new in puzzle.places:
            change = is_now[where] - number
            puzzle.number(("change", where), abs(change), abs(change))
            larger, smaller = (new, old) if change >= 0 else (old, new)
            puzzle.sum(larger, [smaller, ("change", where)])
