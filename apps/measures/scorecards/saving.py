"""Saves the rows of a scorecard: measures, and their figures as dated rows; each kind of row in one statement."""

from itertools import count

from django.db.models import Max
from django.utils.text import slugify

from apps.core.changes import Refused
from apps.core.once import refusing
from apps.measures.models import Baseline, GoodDirection, Measure, MeasureKind, Target, Unit, Value
from apps.measures.scorecards.cells import ACTUAL, BASELINE, UNITS
from apps.measures.scorecards.taking import usable
from apps.measures.services import period_of

DIRECTIONS = {"lower": GoodDirection.DOWN, "higher": GoodDirection.UP}
# Which attribute of a measure a field of the sheet sets.
ATTRIBUTES = {"reference": "reference", "name": "name", "definition": "definition", "better": "good_direction"}
# Addresses under /measures/ that are not those of a measure.
RESERVED = frozenset({"who-sees-figures", "entries"})
LONGEST_SLUG = 50
TWICE = Refused("Another measure was given one of these references meanwhile. Nothing was saved.")


class Saving:
    """One run over the rows of a batch; ``written`` is filled as it goes on."""

    def __init__(self, batch, rows, by, found):
        self.batch, self.rows, self.by, self.found = batch, rows, by, found
        self.fields = {row.position: row.fields | row.edits for row in rows}
        self.written = {row.position: {"is_new": row.matched is None} for row in rows}
        self.measures = {}

    def run(self):
        with refusing("measures_measure_reference_once", TWICE):
            self._add_measures()
            self._change_measures()
        for row in self.rows:
            self.written[row.position]["measure"] = self.measures[row.position].pk
        self._add_figures()
        return self.written

    # Measures.

    def _add_measures(self):
        new = [row for row in self.rows if row.matched is None]
        taken = set(Measure.objects.values_list("slug", flat=True)) | RESERVED
        last = Measure.objects.aggregate(last=Max("position"))["last"] or 0
        made = [self._new_measure(row, taken, last + place) for place, row in enumerate(new, 1)]
        Measure.objects.bulk_create(made)
        self.measures |= {row.position: measure for row, measure in zip(new, made, strict=True)}

    def _new_measure(self, row, taken, position):
        fields = self.fields[row.position]
        slug = _free_slug(fields["name"], taken)
        taken.add(slug)
        return Measure(
            slug=slug,
            reference=fields.get("reference") or "",
            name=fields["name"],
            definition=fields.get("definition") or self._source_as_definition(fields),
            unit=UNITS.get(fields.get("unit"), Unit.COUNT),
            good_direction=DIRECTIONS.get(fields.get("better"), GoodDirection.NEITHER),
            kind=MeasureKind.MANUAL,
            subject=fields.get("subject") or self.batch.target["subject"],
            position=position,
        )

    def _source_as_definition(self, fields):
        unit = fields.get("unit")
        counted = f", in {unit}" if unit and unit not in UNITS else ""
        return f"As in {self.batch.file_name}: {fields['name']}{counted}"

    def _change_measures(self):
        matched = [row for row in self.rows if row.matched]
        measures = Measure.objects.in_bulk([row.matched for row in matched])
        for row in matched:
            measure = self.measures[row.position] = measures[row.matched]
            told = {ATTRIBUTES[name]: new for name, (_, new) in row.changes.items() if name in ATTRIBUTES}
            if "good_direction" in told:
                told["good_direction"] = DIRECTIONS[told["good_direction"]]
            self.written[row.position]["before"] = {name: getattr(measure, name) for name in told}
            for name, value in told.items():
                setattr(measure, name, value)
            measure.version += 1
        names = [*ATTRIBUTES.values(), "version"]
        Measure.objects.bulk_update([measures[row.matched] for row in matched], names, batch_size=500)

    # Figures.

    def _add_figures(self):
        made = {"values": {}, "targets": {}, "baselines": {}}
        for row in self.rows:
            for cell in self._cells(row):
                kind = {ACTUAL: "values", BASELINE: "baselines"}.get(cell.kind, "targets")
                made[kind].setdefault(row.position, []).append(self._figure(row, cell))
        for kind, model in (("values", Value), ("targets", Target), ("baselines", Baseline)):
            model.objects.bulk_create(figure for figures in made[kind].values() for figure in figures)
            for position, figures in made[kind].items():
                self.written[position][kind] = [figure.pk for figure in figures]

    def _cells(self, row):
        """The figures of a row that are to be saved: all of a new measure, those that differ of another."""
        fields, problems = self.fields[row.position], []
        measure = self.found.known["measures"].get(row.matched)
        cells = usable(fields, measure, self.batch, problems)
        return cells if measure is None else [cell for cell in cells if cell.name in row.changes]

    def _figure(self, row, cell):
        source = f"{self.batch.file_name}, {row.sheet}, row {row.number}"
        shared = {
            "measure": self.measures[row.position],
            "recorded_by": self.by,
            "author_title": self.batch.reported_by,
            "batch": self.batch,
        }
        if cell.kind == ACTUAL:
            grain, label = period_of(cell.starts_on, cell.on)
            return Value(
                effective_on=self.batch.position_on,
                grain=grain,
                label=label,
                starts_on=cell.starts_on,
                ends_on=cell.on,
                state=cell.state,
                value=cell.amount,
                words=cell.words,
                source=source,
                **shared,
            )
        if cell.kind == BASELINE:
            return Baseline(effective_on=cell.on, value=cell.amount, words=cell.words, source=source, **shared)
        # A milestone whose day has passed had been set by then.
        set_on = min(self.batch.position_on, cell.on) if cell.on else self.batch.position_on
        return Target(effective_on=set_on, value=cell.amount, due_on=cell.on, reason=f"As in {source}", **shared)


def _free_slug(name, taken):
    """An address that no measure has yet."""
    stem = slugify(name)[:LONGEST_SLUG].strip("-") or "measure"
    if stem not in taken:
        return stem
    return next(slug for number in count(2) if (slug := f"{stem}-{number}") not in taken)
