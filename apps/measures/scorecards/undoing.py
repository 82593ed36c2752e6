"""Takes a scorecard back: measures that it added go, names are as before, its figures are voided.

Refused as soon as anything more was recorded about one of its measures.
"""

from django.db import IntegrityError, connection, transaction

from apps.accounts.titles import title_of
from apps.core.changes import Refused
from apps.core.words import were
from apps.measures.models import Baseline, Measure, Target, Value
from apps.measures.services import COPIED

MODELS = {"values": Value, "targets": Target, "baselines": Baseline}
LATER = "{measures} changed after this file was saved, the first of them {first}. Nothing was taken back."
IN_USE = "Something was tied to the measures that this file added. Nothing was taken back: take that back first."


def undo_rows(batch, rows, versions, by, on, reason):
    """Take back all rows of a batch; ``versions`` are those of its measures now."""
    keys = sorted(row.written["measure"] for row in rows)
    measures = {
        row.pk: row for row in Measure.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk")
    }
    _require_untouched(rows, measures, versions)
    changed = [row for row in rows if not row.written["is_new"]]
    _restore(changed, measures)
    for kind, model in MODELS.items():
        _void(model, [key for row in changed for key in row.written.get(kind, [])], by, on, reason)
    _remove_added(batch)


def _require_untouched(rows, measures, versions):
    moved = [row for row in rows if versions.get(row.written["measure"]) != row.written["version"]]
    if moved:
        first = measures[moved[0].written["measure"]]
        raise Refused(LATER.format(measures=were(len(moved), "measure"), first=first.reference or first.name))


def _restore(rows, measures):
    names = {"version"}
    for row in rows:
        measure = measures[row.written["measure"]]
        for name, value in row.written["before"].items():
            setattr(measure, name, value)
            names.add(name)
        measure.version += 1
    changed = [measures[row.written["measure"]] for row in rows]
    Measure.objects.bulk_update(changed, sorted(names), batch_size=500)


def _void(model, keys, by, on, reason):
    """Each figure gets a row that voids it, and stays in the record."""
    title = title_of(by)
    model.objects.bulk_create(
        model(
            measure_id=row.measure_id,
            recorded_by=by,
            author_title=title,
            effective_on=max(on, row.effective_on),
            voids=row,
            void_reason=reason,
            **{name: getattr(row, name) for name in COPIED[model]},
        )
        for row in model.objects.filter(pk__in=keys)
    )


def _remove_added(batch):
    """Measures that only this batch knows are removed by the owner of the tables; the history keeps them."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("CALL public.measures_take_back_batch(%s)", [batch.pk])
    except IntegrityError:
        raise Refused(IN_USE) from None
