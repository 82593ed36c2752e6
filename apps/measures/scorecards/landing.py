"""Where the rows of a scorecard go: into measures whose figures people enter, found by reference, else by name.

Nothing dated is changed: a figure that differs from the one here is added beside it; one of an older file is left out.
"""

from collections import defaultdict

from django.urls import reverse

from apps.core.landing import Existing, Found, Landing, keep_written, problem, rows_to_save
from apps.imports.staging import portions
from apps.measures.models import Baseline, Measure, MeasureKind, Subject, Target, Unit, Value
from apps.measures.permissions import can_load_scorecards
from apps.measures.scorecards.cells import ACTUAL, BASELINE, MILESTONE, TARGET, UNITS, name_of, said_of, too_big
from apps.measures.scorecards.saving import DIRECTIONS, Saving
from apps.measures.scorecards.taking import newest, subject_of, unit_of, usable
from apps.measures.scorecards.undoing import undo_rows

LONGEST = {"reference": 30, "name": 200}
BETTER = {direction: word for word, direction in DIRECTIONS.items()}
# What parts reference and name in a key; no cell can hold it.
PART = "\x1f"
MIXED = "rows"


class ScorecardLanding(Landing):
    """Measures that are entered by hand; the file says about whom new ones speak, or each of its rows does."""

    needs_position = True
    has_targets = True
    # A scorecard has a column for each period; what comes back would not be the sheet that went out.
    goes_out = False
    target_label = "What do the measures in this file count?"
    target_missing = "Choose what the measures in this file count"

    def may_import(self, user):
        return can_load_scorecards(user)

    def targets(self, user):
        return self.all_targets()

    def all_targets(self):
        return [
            (Subject.CONDUCT, "What services do: their figures are shown"),
            (Subject.CHILDREN, "Who the children are: no figures are kept here, only what is measured"),
            (MIXED, "Some of each: the column “About” of each row says which"),
        ]

    def target_of(self, value):
        return {"subject": "" if value == MIXED else value}

    def destination(self, batch):
        return "the measures", reverse("measures:measure-list")

    def key_of(self, fields):
        reference, name = (str(fields.get(each) or "").casefold() for each in ("reference", "name"))
        return f"{reference}{PART}{name}" if reference or name else ""

    def find(self, batch, keys):
        measures = list(Measure.objects.filter(is_demonstration=False))
        manual = [measure for measure in measures if measure.kind == MeasureKind.MANUAL]
        by_reference = {measure.reference.casefold(): measure for measure in manual if measure.reference}
        by_name = {measure.name.casefold(): measure for measure in reversed(manual)}
        chosen = {}
        for key in keys:
            reference, _, name = key.partition(PART)
            found = by_reference.get(reference) or by_name.get(name)
            if found:
                chosen[key] = found
        known = {
            "measures": {measure.pk: measure for measure in chosen.values()},
            "computed": {measure.name.casefold() for measure in measures if measure.kind == MeasureKind.COMPUTED},
            "taken": set(),
            "positions": defaultdict(dict),
        }
        entries = _entries(known["measures"], known["positions"])
        return Found({key: _existing(measure, *entries[measure.pk]) for key, measure in chosen.items()}, known)

    def references(self, batch):
        """Measures of earlier scorecards that no row of this one found."""
        there = batch.rows.filter(matched__isnull=False).values("matched")
        measures = Measure.objects.filter(is_demonstration=False, kind=MeasureKind.MANUAL).exclude(pk__in=there)
        return {f"#{measure.pk}": measure.reference for measure in measures.exclude(reference="")}

    def prepare(self, fields, existing, found, batch):
        measure = found.known["measures"][existing.pk] if existing else None
        problems = [*_too_long(fields), *_claimed(fields, existing, found)]
        if measure:
            problems += _other_measure(fields, measure)
        else:
            problems += _new_measure(fields, found, batch)
        compared = {name: fields.get(name) for name in ("reference", "name", "better", "definition")}
        cells = usable(fields, measure, batch, problems)
        told = newest(cells, existing, found, batch, problems)
        if existing:
            for name in told:
                existing.values.setdefault(name, None)
        return compared | told, problems

    def added(self, fields, found, batch):
        """With the unit and about whom it speaks, which a sheet cannot change later."""
        own = {"unit": Unit(unit_of(fields)).label, "subject": subject_of(fields, batch)}
        return super().added(fields, found, batch) | own

    def moved(self, batch):
        """Locks the measures in the order of their keys, so that two files go on one after the other."""
        rows = rows_to_save(batch)
        matched = rows.filter(matched__isnull=False).values("matched")
        list(Measure.objects.select_for_update(no_key=True).filter(pk__in=matched).order_by("pk").values_list("pk"))
        moved = 0
        for portion in portions(rows.only("batch", "key", "matched", "matched_version").iterator()):
            existing = self.find(batch, [row.key for row in portion]).existing
            for row in portion:
                now = existing.get(row.key)
                moved += (row.matched, row.matched_version) != ((now.pk, now.version) if now else (None, None))
        return moved

    def apply(self, batch, rows, by, on):
        rows = list(rows)
        written = Saving(batch, rows, by, self.find(batch, [row.key for row in rows])).run()
        versions = versions_of({item["measure"] for item in written.values()})
        for row in rows:
            row.written = written[row.position] | {"version": versions[written[row.position]["measure"]]}
        keep_written(rows)
        new = sum(1 for row in rows if row.written["is_new"])
        return new, len(rows) - new

    def undo(self, batch, rows, by, on, reason):
        rows = list(rows)
        undo_rows(batch, rows, versions_of({row.written["measure"] for row in rows}), by, on, reason)


# What the database says of measures.


def _entries(measures, positions):
    """``{measure: (version, {name: what is said})}``; ``positions`` takes the day of which each of these tells."""
    entries = {pk: [measure.version, {}] for pk, measure in measures.items()}
    kinds = ((Value, Value.objects.filter(extract_key=None)), (Target, Target.objects), (Baseline, Baseline.objects))
    for kind, objects in kinds:
        rows = list(
            objects.filter(measure__in=measures).select_related("batch").order_by("effective_on", "recorded_at", "pk")
        )
        taken_back = {row.voids_id for row in rows if row.voids_id}
        for row in rows:
            # Rows are only added, so that their number tells whether anything was.
            entries[row.measure_id][0] += 1
            if not row.voids_id and row.pk not in taken_back:
                name, said, position = _said(kind, row)
                entries[row.measure_id][1][name] = said
                positions[row.measure_id][name] = position
    return entries


def versions_of(measures):
    """``{measure: version}``, which grows with everything that is recorded about it; four queries."""
    measures = Measure.objects.in_bulk(measures)
    return {pk: version for pk, (version, _) in _entries(measures, defaultdict(dict)).items()}


def _said(kind, row):
    """``(name, what is said, day of which it tells)`` of a dated row."""
    position = row.batch.position_on if row.batch else row.effective_on
    if kind is Value:
        return name_of(ACTUAL, row.ends_on, row.starts_on), said_of(row.value, row.state, row.words), position
    if kind is Target:
        return name_of(MILESTONE if row.due_on else TARGET, row.due_on), said_of(row.value, "number"), position
    # What a baseline speaks of is long past; only a later file takes its place.
    said = row.words if row.value is None else said_of(row.value, "number")
    return name_of(BASELINE, row.effective_on), said, row.batch.position_on if row.batch else None


def _existing(measure, version, cells):
    return Existing(
        measure.pk,
        version,
        {
            "reference": measure.reference or None,
            "name": measure.name,
            "better": BETTER.get(measure.good_direction),
            "definition": measure.definition,
            **cells,
        },
    )


# What only the database knows of a row.


def _too_long(fields):
    for name, longest in LONGEST.items():
        if len(fields.get(name) or "") > longest:
            yield problem("too_long", name, f"{len(fields[name])} characters are too many: {longest} fit.")
    for number in too_big(fields):
        yield problem("too_big", "", f"{number} has too many digits to be kept.")


def _claimed(fields, existing, found):
    """Two rows must not find the same measure, nor make two of the same reference."""
    mine = existing.pk if existing else str(fields.get("reference") or "").casefold()
    if mine in found.known["taken"]:
        words = "A row above has this reference, or finds the same measure by its name. Leave one of them out."
        yield problem("measure_twice", "reference", words)
    found.known["taken"].add(mine)


def _other_measure(fields, measure):
    """Where a row finds a measure that may not be the one it means."""
    name = fields.get("name")
    if name and name.casefold() != measure.name.casefold():
        words = f"Here {measure.reference} is called “{measure.name}”. Saving gives it the name of the sheet."
        yield problem("name_differs", "name", words, "warning")
    unit = unit_of(fields)
    # A sheet that says no unit is read as one of numbers.
    if unit not in (measure.unit, Unit.COUNT):
        words = f"Here it is counted in {Unit(measure.unit).label}, in the sheet in {Unit(unit).label}."
        yield problem("unit_differs", "unit", words)
    elif unit != measure.unit:
        words = f"The sheet does not say the unit; its figures are taken as {Unit(measure.unit).label}."
        yield problem("unit_missing", "unit", words, "warning")
    subject = fields.get("subject")
    if subject and subject != measure.subject:
        words = f"Here it is about {_about(measure.subject)}; a sheet does not change that."
        yield problem("subject_differs", "subject", words, "warning")


def _about(subject):
    words = Subject(subject).label
    return words[0].lower() + words[1:]


def _new_measure(fields, found, batch):
    subject = subject_of(fields, batch)
    if not subject:
        words = "Say in “About” what this is about: “what services do”, or “who the children are”."
        yield problem("subject_missing", "subject", words)
    elif subject == Subject.CONDUCT and not fields.get("subject") and unit_of(fields) == Unit.COUNT:
        words = "This counts something. If it says who the children are, write so in “About”: no figures are kept then."
        yield problem("subject_assumed", "subject", words, "warning")
    if not fields.get("definition"):
        words = "What it counts is not defined. Write it in “Definition”, here or in the file; until then it says so."
        yield problem("definition_missing", "definition", words, "warning")
    if fields.get("unit") and fields["unit"] not in UNITS:
        words = (
            f"“{fields['unit']}” is no unit here: its figures are kept as plain numbers, the unit in the definition."
        )
        yield problem("unit_unknown", "unit", words, "warning")
    if not fields.get("better"):
        words = "The sheet does not say which direction is good: it is taken as neither, and has no level."
        yield problem("better_missing", "better", words, "note")
    if (fields.get("name") or "").casefold() in found.known["computed"]:
        words = "A measure of this name is worked out from the case records. This row adds another one."
        yield problem("name_computed", "name", words, "warning")
