"""One sheet of 20,000 rows and 25 columns by five ways, side by side in one run.

django-import-export as it comes and at its best, our staged import (reading, comparing, problems, preview, history),
the same sheet again, and as a floor a bare COPY into a staging table with one upsert. All write the same table, whose
history is kept as that of the site's own lists is: by a trigger that copies the rows of a statement.
"""

import csv
import io
import statistics
import sys
import time
from datetime import date, timedelta

from bench.pages import on_a_cluster

DATES = ("asked_on", "decided_on", "advised_on", "drafted_on", "issued_on", "reviewed_on", "next_on")
WORDS = ("title", "place", "need", "status", "band", "ward", "route", "summary", "notes", "source")
NUMBERS = ("age", "hours", "cost", "weeks")
FOREIGN = ("school", "officer", "team")
FIELDS = ("reference", *WORDS, *NUMBERS, *DATES, *FOREIGN)
ROUNDS = 3
NAMES = {"school": 120, "officer": 40, "team": 8}
TABLES = """
CREATE TABLE bench_school (id bigserial PRIMARY KEY, name text NOT NULL UNIQUE);
CREATE TABLE bench_officer (id bigserial PRIMARY KEY, name text NOT NULL UNIQUE);
CREATE TABLE bench_team (id bigserial PRIMARY KEY, name text NOT NULL UNIQUE);
CREATE TABLE bench_item (
    id bigserial PRIMARY KEY, reference varchar(60) NOT NULL, {words}, {numbers}, {dates},
    school_id bigint REFERENCES bench_school, officer_id bigint REFERENCES bench_officer,
    team_id bigint REFERENCES bench_team, position_on date, version int NOT NULL DEFAULT 1);
CREATE UNIQUE INDEX ON bench_item (lower(reference));
CREATE UNLOGGED TABLE bench_staging ({staging});
CREATE TABLE bench_itemevent (LIKE bench_item, event_at timestamptz DEFAULT clock_timestamp());
CREATE FUNCTION bench_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO bench_itemevent SELECT * FROM new_rows; RETURN NULL; END $$;
CREATE TRIGGER keep_added AFTER INSERT ON bench_item REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION bench_keep();
CREATE TRIGGER keep_changed AFTER UPDATE ON bench_item REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION bench_keep();
GRANT ALL ON bench_school, bench_officer, bench_team, bench_item, bench_itemevent, bench_staging TO sendtracker_web;
GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO sendtracker_web;
"""


def main(count=20_000):
    on_a_cluster(lambda cluster: measure(cluster, count))


def measure(cluster, count):
    make_tables(cluster)
    content = workbook(count)
    print(f"{count} rows x {len(FIELDS)} columns, {len(content) / 2**20:.1f} MB")
    rounds = [one_round(cluster, content, count) for _ in range(ROUNDS)]
    floor, shown, ours, again, tuned = (statistics.median(seconds) for seconds in zip(*rounds, strict=True))
    empty(cluster)
    default = report("django-import-export as it comes", lambda: resource_import(content, is_tuned=False))
    print(f"of the medians of {ROUNDS} rounds, and the defaults once:")
    print(f"ours is {default / ours:.0f} times as fast as the defaults, {tuned / ours:.1f} times as fast as tuned, and")
    print(f"takes {ours / floor:.1f} times as long as the floor; the same again takes {again / shown:.1f} times the")
    print("first part alone")
    empty(cluster)
    small = workbook(1000)
    report("1,000 rows", lambda: saved(read_and_shown(small)))


def one_round(cluster, content, count):
    """Seconds of the floor, of our reading, of all of ours, of the same again, and of the tuned variant."""
    empty(cluster)
    floor = report("COPY into a staging table and one upsert", lambda: copy_floor(count))
    empty(cluster)
    batches = []
    shown = report("our import, first part: read, compare, show", lambda: batches.append(read_and_shown(content)))
    ours = shown + report("our import, second part: save", lambda: saved(batches.pop()))
    again = report("the same sheet again, nothing touched", lambda: saved(read_and_shown(content)))
    empty(cluster)
    tuned = report("django-import-export, tuned, with calamine", lambda: resource_import(content, is_tuned=True))
    return floor, shown, ours, again, tuned


def report(words, act):
    began = time.perf_counter()
    said = act()
    seconds = time.perf_counter() - began
    print(f"{seconds:8.2f} s  {words}{f' ({said})' if said else ''}", flush=True)
    return seconds


def make_tables(cluster):
    statement = TABLES.format(
        words=", ".join(f"{name} text NOT NULL DEFAULT ''" for name in WORDS),
        numbers=", ".join(f"{name} int" for name in NUMBERS),
        dates=", ".join(f"{name} date" for name in DATES),
        staging=", ".join(f"{name} text" for name in FIELDS),
    )
    with cluster.connect("bench") as connection, connection.cursor() as cursor:
        cursor.execute(statement)
        for name, number in NAMES.items():
            cursor.execute(f"INSERT INTO bench_{name} (name) SELECT '{name} ' || n FROM generate_series(1, {number}) n")


def empty(cluster):
    with cluster.connect("bench") as connection, connection.cursor() as cursor:
        cursor.execute("TRUNCATE bench_item, bench_itemevent, bench_staging RESTART IDENTITY")


def value(name, n):
    """The cell of row ``n``; nothing is random."""
    if name == "reference":
        return f"B{n:06}"
    if name in FOREIGN:
        return f"{name} {n * 7 % NAMES[name] + 1}"
    if name in NUMBERS:
        return n * 13 % 400
    if name in DATES:
        return date(2020, 1, 1) + timedelta(days=n % 1500 + 20 * DATES.index(name))
    return f"{name} of row {n}, in some words" if name in ("title", "summary", "notes") else f"{name} {n % 90}"


def heading(name):
    return name.replace("_", " ").capitalize()


def workbook(count):
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Items")
    sheet.append([heading(name) for name in FIELDS])
    for n in range(count):
        sheet.append([value(name, n) for name in FIELDS])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def models():
    """The models of the tables above; made once Django is set up."""
    from django.apps import AppConfig, apps
    from django.db import models as fields

    if "bench" in apps.app_configs:
        return apps.all_models["bench"]["item"]
    # django-import-export asks for the app of a model; the site itself does not know this one.
    config = apps.app_configs["bench"] = AppConfig("bench", sys.modules["bench"])
    config.apps, config.models = apps, apps.all_models["bench"]

    def meta(name):
        return type("Meta", (), {"app_label": "bench", "db_table": f"bench_{name}", "managed": False})

    for name in FOREIGN:
        body = {"__module__": "bench.imports", "Meta": meta(name), "name": fields.TextField(unique=True)}
        type(name.capitalize(), (fields.Model,), body)
    body = {"__module__": "bench.imports", "Meta": meta("item"), "reference": fields.CharField(max_length=60)}
    body |= {name: fields.TextField(blank=True, default="") for name in WORDS}
    body |= {name: fields.IntegerField(null=True, blank=True) for name in NUMBERS}
    body |= {name: fields.DateField(null=True, blank=True) for name in DATES}
    body |= {name: fields.ForeignKey(f"bench.{name}", fields.PROTECT, null=True) for name in FOREIGN}
    body |= {"position_on": fields.DateField(null=True, blank=True), "version": fields.IntegerField(default=1)}
    return type("Item", (fields.Model,), body)


def read_and_shown(content):
    """Our way from the upload to the first page of the preview, as the pages and the worker take it; the batch."""
    from apps.core.access import WEB, working_as
    from apps.core.sheets import LAYOUTS, Column, Kind, Layout, register
    from apps.imports import services
    from apps.imports.models import Batch, BatchState
    from apps.imports.tables import Foreign, TableLanding

    item = models()
    if "bench" not in LAYOUTS:
        kinds = dict.fromkeys(DATES, Kind.DATE) | dict.fromkeys(NUMBERS, Kind.NUMBER) | {"reference": Kind.REFERENCE}
        columns = tuple(
            Column(
                name, name.replace("_", " ").capitalize(), kinds.get(name, Kind.TEXT), is_required=name == "reference"
            )
            for name in FIELDS
        )
        foreign = {name: Foreign(item._meta.get_field(name).related_model, "name", name) for name in FOREIGN}
        register(Layout("bench", "Bench", columns), TableLanding(item, FIELDS, foreign=foreign))
    with working_as(WEB):
        batch = services.upload(
            by=None, layout="bench", file_name="bench.xlsx", content=content, position_on=date(2025, 1, 1)
        )
    with working_as(WEB):
        services.read_batch(lambda done, total: None, batch.pk)
    with working_as(WEB):
        batch = Batch.objects.get(pk=batch.pk)
        assert batch.state == BatchState.READ, (batch.state, batch.refusal, batch.about)
        shown = list(batch.rows[:50])
        assert len(shown) == min(50, batch.counts["all"])
        return batch


def saved(batch):
    """And on to what is saved."""
    from apps.core.access import WEB, working_as
    from apps.imports import services

    with working_as(WEB):
        if batch.counts.get("new"):
            services.ask_to_apply(batch=batch, by=None, token=str(batch.token))
    with working_as(WEB):
        services.apply_batch(lambda done, total: None, batch.pk)
    with working_as(WEB):
        batch.refresh_from_db()
        return f"{batch.counts}, {batch.result}"


def resource_import(content, is_tuned):
    """Preview and confirm, as the administration's pages of django-import-export do."""
    from django.db import transaction
    from import_export import fields, resources, widgets

    from apps.core.access import WEB, assume

    item = models()

    class Cached(widgets.ForeignKeyWidget):
        def clean(self, value, row=None, **kwargs):
            if not hasattr(self, "known"):
                self.known = {one.name: one for one in self.model.objects.all()}
            return self.known[value]

    widget = Cached if is_tuned else widgets.ForeignKeyWidget
    options = {"model": item, "import_id_fields": ["reference"], "fields": FIELDS, "clean_model_instances": True}
    if is_tuned:
        options |= {"use_bulk": True, "skip_diff": True, "clean_model_instances": False, "batch_size": 1000}
        options["instance_loader_class"] = __import__(
            "import_export.instance_loaders", fromlist=["x"]
        ).CachedInstanceLoader
    body = {"Meta": type("Meta", (), options)}
    for name in FOREIGN:
        related = item._meta.get_field(name).related_model
        body[name] = fields.Field(name, name, widget(related, "name"))
    made = type("ItemResource", (resources.ModelResource,), body)()
    results = []
    for dry_run in (True, False):
        with transaction.atomic():
            assume(WEB)
            results.append(made.import_data(dataset(content, is_tuned), dry_run=dry_run, use_transactions=True))
    assert results[-1].totals["new"] == results[-1].total_rows, results[-1].totals
    return f"{results[-1].totals['new']} new"


def dataset(content, is_tuned):
    import tablib

    if not is_tuned:
        from import_export.formats.base_formats import XLSX

        data = XLSX().create_dataset(content)
        data.headers = [heading.lower().replace(" ", "_") for heading in data.headers]
        return data
    import python_calamine

    rows = python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    return tablib.Dataset(*rows[1:], headers=[heading.lower().replace(" ", "_") for heading in rows[0]])


def copy_floor(count):
    from django.db import connection

    from apps.core.access import WEB, working_as

    out = io.StringIO()
    csv.writer(out).writerows([value(name, n) for name in FIELDS] for n in range(count))
    out.seek(0)
    began = time.perf_counter()
    plain = ", ".join(name for name in FIELDS if name not in FOREIGN)
    typed = ", ".join(
        f"s.{name}::{'date' if name in DATES else 'int'}" if name in DATES + NUMBERS else f"s.{name}"
        for name in FIELDS
        if name not in FOREIGN
    )
    with working_as(WEB), connection.cursor() as cursor:
        cursor.copy_expert("COPY bench_staging FROM STDIN CSV", out)
        cursor.execute(
            f"INSERT INTO bench_item ({plain}, school_id, officer_id, team_id) SELECT {typed}, a.id, b.id, c.id "
            "FROM bench_staging s LEFT JOIN bench_school a ON a.name = s.school "
            "LEFT JOIN bench_officer b ON b.name = s.officer LEFT JOIN bench_team c ON c.name = s.team "
            "ON CONFLICT (lower(reference)) DO UPDATE SET title = excluded.title"
        )
    return f"of which {time.perf_counter() - began:.2f} s in the database"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
