"""Which figures of a row of a scorecard are taken over, and why the others are not."""

from apps.core.dates import long_date
from apps.core.landing import problem
from apps.core.words import joined
from apps.measures.models import Measure, Subject, Unit
from apps.measures.scorecards.cells import ACTUAL, BASELINE, MILESTONE, UNITS, cells_of

WHOLE = 100


def subject_of(fields, batch):
    """About whom a new measure speaks: what its row says, else what was said of the file; empty where nobody said."""
    return fields.get("subject") or batch.target.get("subject") or ""


def unit_of(fields):
    return UNITS.get(fields.get("unit"), Unit.COUNT)


def usable(fields, measure, batch, problems):
    """The figures of a row that may be kept; ``problems`` says of the others why not."""
    cells = cells_of(fields)
    subject = measure.subject if measure else subject_of(fields, batch)
    if subject == Subject.CHILDREN:
        if cells:
            words = "Figures about children reach readers only as checked releases: none of this row is taken over."
            problems.append(problem("about_children", "name", words, "warning"))
        return []
    unit = measure.unit if measure else unit_of(fields)
    out = [cell for cell in cells if unit == Unit.PERCENT and cell.amount is not None and not 0 <= cell.amount <= WHOLE]
    _leave(out, "percent_out_of_range", "Per cent is from 0 to 100", problems)
    early = [cell for cell in cells if _is_early(cell, batch.position_on)]
    # That there is no figure yet of a time to come goes without saying.
    told = [cell for cell in early if cell.is_known]
    _leave(told, "period_not_over", "The file tells of an earlier day than the end of this period", problems)
    cells = list({cell.name: cell for cell in cells if cell not in out and cell not in early}.values())
    small = [
        cell
        for cell in cells
        if unit == Unit.COUNT and cell.kind == ACTUAL and 0 < (cell.amount or 0) < _least(measure)
    ]
    if small:
        words = f"Numbers below {_least(measure)} may point to single children: {joined(cell.name for cell in small)}."
        problems.append(problem("small_number", "", words, "warning"))
    return cells


def _least(measure):
    """The least number of cases that is shown."""
    return measure.minimum if measure else Measure._meta.get_field("minimum").default


def _is_early(cell, position_on):
    return cell.kind in (ACTUAL, BASELINE) and position_on is not None and cell.on > position_on


def _leave(cells, code, why, problems):
    if cells:
        names = joined(f"{cell.name} ({cell.said})" for cell in cells)
        problems.append(problem(code, "", f"{why}: {names}. Not taken over.", "warning"))


def newest(cells, existing, found, batch, problems):
    """``{name: what is said}`` to compare: nothing of an older file, and no "no figure" where there is one."""
    told = {cell.name: cell for cell in cells}
    if existing:
        positions = found.known["positions"][existing.pk]
        older = [name for name in told if _is_older(batch.position_on, positions.get(name))]
        older = [name for name in older if told[name].said != existing.values[name]]
        if older:
            words = f"What is here is newer than the file: {joined(older)}. Not taken over."
            problems.append(problem("older_position", "", words, "warning"))
        known = [name for name, cell in told.items() if not cell.is_known and name in existing.values]
        told = {name: cell for name, cell in told.items() if name not in (*older, *known)}
        _tell_moved(told.values(), existing, batch, problems)
    return {name: cell.said for name, cell in told.items()}


def _is_older(position_on, here):
    return position_on is not None and here is not None and position_on < here


def _tell_moved(cells, existing, batch, problems):
    """A milestone that is changed after its day is worth a look."""
    for cell in cells:
        here = existing.values.get(cell.name)
        is_past = cell.kind == MILESTONE and batch.position_on is not None and cell.on < batch.position_on
        if is_past and here is not None and here != cell.said:
            words = (
                f"The milestone of {long_date(cell.on)} had passed when the file was made; it was {here}. Both stay."
            )
            problems.append(problem("milestone_moved", "", words, "warning"))
