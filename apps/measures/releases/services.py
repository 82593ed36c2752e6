"""What makes, corrects, releases and withdraws a release; each is one transaction.

Making and correcting count children and need the role that sees them; releasing and withdrawing do not.

A correction keeps the pattern of the release that it corrects: what was hidden stays hidden, and nothing else is
hidden. A reader of both may even know by how much each number has changed: the two then say no more about a hidden
number than the first said alone, as long as no hidden number has become 0. Where a number that was shown would now
have to be hidden, both would be told apart by the change; then there is no correction.
"""

from django.db import transaction
from django.db.models.functions import Now

from apps.caseload.models import Extract, SchoolRegister
from apps.caseload.sen2.loading import hold_records
from apps.caseload.suppression import CannotBeHidden, is_small, suppress
from apps.core.changes import Refused
from apps.core.once import refusing
from apps.core.words import joined
from apps.measures.models import (
    Release,
    ReleaseCell,
    ReleaseState,
    ReleaseTable,
    Source,
    WhyHidden,
    threshold_on,
)
from apps.measures.releases import tables
from apps.measures.releases.published import known


def newest_source():
    """The id of the newest published source, 0 where there is none."""
    return Source.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def period_of(extract):
    """Census day and calendar year of a return, and the release's title; refuses a period that is not over."""
    census_on, year = extract.reference_on, extract.return_year - 1
    if census_on > extract.as_at or year >= extract.as_at.year:
        raise Refused("The period of these records is not over yet. A release is about a closed period.")
    title = f"Plans on {census_on:%-d %B %Y}; requests and ceased plans of {year}"
    return census_on, year, title


@transaction.atomic
def make(*, by, on, note=""):
    """A draft from the newest extract."""
    hold_records()
    extract = _newest_extract()
    census_on, year, title = period_of(extract)
    published = known(extract.local_authority, census_on, year)
    register = SchoolRegister.objects.newest(extract.is_synthetic)
    counted = tables.counted(census_on, year, register, extract.local_authority)
    threshold = threshold_on(on)
    plans, shown, left_out = _suppressed(tables.tables_with(register), counted, published, threshold)
    release = Release(
        title=title,
        census_on=census_on,
        year=year,
        area_code=extract.local_authority,
        threshold=threshold,
        left_out=[plan.title for plan in left_out],
        note=note,
        made_by=by,
        **_origin(extract, register),
    )
    taken = Refused("There is a release or a draft of this period already. Correct it instead, or drop the draft.")
    with refusing("measures_release_once_a_period", taken):
        release.save()
    _store(release, plans, shown, published)
    return release


def _origin(extract, register):
    return {
        "schools_as_at": register.as_at if register else None,
        "schools_digest": register.sha256 if register else "",
        "extract_as_at": extract.as_at,
        "extract_digest": extract.digest,
        "is_synthetic": extract.is_synthetic,
        "known_source": newest_source(),
        "rules_version": tables.RULES_VERSION,
    }


def _newest_extract():
    extract = Extract.objects.newest()
    if extract is None:
        raise Refused("No records have been loaded yet, so there is nothing to release.")
    return extract


def _suppressed(plans, counted, published, threshold):
    """Tables, ``{key: why hidden}`` by table and what had to be left out, as it could not be made safe."""
    left_out = []
    while True:
        built = [tables.build(plan, counted[plan.population], published) for plan in plans]
        try:
            numbers = suppress(built, threshold)
        except CannotBeHidden as refused:
            to_leave_out = [
                plan
                for plan, table in zip(plans, built, strict=True)
                if plan.may_be_left_out and refused.key in {cell.key for cell in table.cells()}
            ]
            if not to_leave_out:
                raise Refused("These numbers cannot be released: a small one could be worked out.") from refused
            plans, gone = tables.without(plans, to_leave_out[-1])
            left_out += gone
            continue
        hidden = _hidden_keys(built, numbers)
        return plans, [(table, _reasons(table, hidden, threshold)) for table in built], left_out


def _hidden_keys(built, numbers):
    return {
        cell.key
        for table, rows in zip(built, numbers, strict=True)
        for cells, shown in zip(table.rows, rows, strict=True)
        for cell, number in zip(cells, shown, strict=True)
        if number is None
    }


def _reasons(table, hidden, threshold):
    return {
        cell.key: WhyHidden.SMALL if is_small(cell.count, threshold) else WhyHidden.SECONDARY
        for cell in table.cells()
        if cell.key in hidden
    }


def _store(release, plans, shown, published):
    """Keep what readers see; the numbers behind hidden cells go no further than here."""
    for position, (plan, (table, hidden)) in enumerate(zip(plans, shown, strict=True), 1):
        row_labels, column_labels = tables.labels(plan)
        stored = ReleaseTable.objects.create(
            release=release,
            position=position,
            key=plan.key,
            title=plan.title,
            definition=tables.definition(plan, release.census_on, release.year),
            population=tables.population_words(plan.population, release.census_on, release.year),
            row_subject=tables.SUBJECTS[plan.rows].label,
            column_subject=tables.SUBJECTS[plan.columns].label if plan.is_cross else "",
            row_labels=row_labels,
            column_labels=column_labels,
        )
        ReleaseCell.objects.bulk_create(
            ReleaseCell(
                table=stored,
                row=row,
                column=column,
                is_total=row == len(row_labels) - 1 or (plan.is_cross and column == len(column_labels) - 1),
                value=None if cell.key in hidden else cell.count,
                why_hidden=hidden.get(cell.key, ""),
                published_by=_publication(cell, published) if cell.key not in hidden else "",
            )
            for row, cells in enumerate(tables.upright(plan, table))
            for column, cell in enumerate(cells)
        )


def _publication(cell, published):
    return next((name for figure, name in published.get(cell.key, []) if figure == cell.count), "")


@transaction.atomic
def correct(*, release, by, note):
    """A draft that corrects a release, from the newest extract, with the same tables and the same numbers hidden."""
    hold_records()
    before = Release.objects.select_for_update(no_key=True).get(pk=release.pk)
    if not before.is_out:
        raise Refused("Only what has been released is corrected. Drop a draft and make it again.")
    extract = _newest_extract()
    census_on, year, title = period_of(extract)
    if (census_on, extract.local_authority) != (before.census_on, before.area_code):
        raise Refused(f"The records held now are of another period ({census_on:%-d %B %Y}): nothing to correct from.")
    if extract.digest == before.extract_digest:
        raise Refused("The records have not changed since this release was made. Load the corrected ones first.")
    if before.rules_version != tables.RULES_VERSION:
        raise Refused("The tables have changed since this release was made, so that it cannot be corrected.")
    published = known(extract.local_authority, census_on, year)
    register = SchoolRegister.objects.newest(extract.is_synthetic)
    counted = tables.counted(census_on, year, register, extract.local_authority)
    plans, shown = _as_before(before, tables.tables_with(register), counted, published)
    made = Release(
        title=title,
        census_on=census_on,
        year=year,
        area_code=before.area_code,
        threshold=before.threshold,
        left_out=before.left_out,
        note=note,
        made_by=by,
        supersedes=before,
        **_origin(extract, register),
    )
    with refusing(
        "measures_release_corrected_once", Refused("This release has a correction, or a draft of one, already.")
    ):
        made.save()
    _store(made, plans, shown, published)
    return made


def _as_before(before, made_now, counted, published):
    """The tables of a release anew with the same pattern; refuses where the change would tell a hidden number."""
    plans, shown, problems = [], [], []
    by_key = tables.BY_KEY | {plan.key: plan for plan in made_now}
    for stored in before.tables.prefetch_related("cells"):
        plan = by_key[stored.key]
        table = tables.build(plan, counted[plan.population], published)
        hidden = {}
        old = {(cell.row, cell.column): cell for cell in stored.cells.all()}
        for row, cells in enumerate(tables.upright(plan, table)):
            for column, cell in enumerate(cells):
                was_hidden = old[row, column].value is None
                if was_hidden:
                    hidden[cell.key] = WhyHidden.AS_BEFORE
                problem = _problem(cell, was_hidden, before.threshold)
                if problem:
                    problems.append(f"{tables.place_words(plan, row, column)} {problem}")
        plans.append(plan)
        shown.append((table, hidden))
    if problems:
        raise Refused(
            "This correction would give hidden numbers away to whoever compares it with the release before: "
            f"{joined(problems[:3])}{' (and more)' if len(problems) > 3 else ''}. "
            "Withdraw the release instead, and say why."
        )
    return plans, shown


def _problem(cell, was_hidden, threshold):
    if was_hidden and cell.count == 0:
        return "was hidden and is now 0"
    if not was_hidden and not cell.is_exempt and is_small(cell.count, threshold):
        return "was shown and is now small"
    return ""


def true_counts(release):
    """``{(table's key, row, column): count}`` of a draft, for people who may see cases; None where other records are
    loaded by now.
    """
    hold_records()
    extract = Extract.objects.newest()
    if extract is None or extract.digest != release.extract_digest:
        return None
    register = SchoolRegister.objects.filter(sha256=release.schools_digest).first()
    counted = tables.counted(release.census_on, release.year, register, release.area_code)
    return {
        (stored.key, row, column): cell.count
        for stored in release.tables.all()
        for row, cells in enumerate(
            tables.upright(
                tables.BY_KEY[stored.key],
                tables.build(tables.BY_KEY[stored.key], counted[tables.BY_KEY[stored.key].population], {}),
            )
        )
        for column, cell in enumerate(cells)
    }


def _locked(release, *states):
    """The release, locked; refuses where it is no longer in one of these states."""
    release = Release.objects.select_for_update(no_key=True).get(pk=release.pk)
    if release.state not in states:
        raise Refused(f"Nothing was changed: this is {STANDS[release.state]} by now.")
    return release


STANDS = {
    ReleaseState.DRAFT: "a draft",
    ReleaseState.RELEASED: "released",
    ReleaseState.WITHDRAWN: "withdrawn",
    ReleaseState.DROPPED: "a draft that is not used",
}


@transaction.atomic
def release_draft(*, release, by):
    """Open a draft to all readers; by a second person, and not when figures were published since it was made."""
    release = _locked(release, ReleaseState.DRAFT)
    if release.made_by_id == by.pk:
        raise Refused("A second person releases what you have made.")
    if release.known_source != newest_source():
        raise Refused(
            "Published figures were loaded after this draft was made, and readers know those too. "
            "Drop the draft and make it again."
        )
    release.state, release.released_by, release.released_at = ReleaseState.RELEASED, by, Now()
    release.save(update_fields=["state", "released_by", "released_at"])
    release.refresh_from_db()
    return release


@transaction.atomic
def withdraw(*, release, by, reason):
    """Mark a release as not to be used; its numbers are known and stay readable."""
    return _end(_locked(release, ReleaseState.RELEASED), ReleaseState.WITHDRAWN, by, reason)


@transaction.atomic
def drop(*, release, by, reason):
    """Put a draft aside, so that another can be made."""
    return _end(_locked(release, ReleaseState.DRAFT), ReleaseState.DROPPED, by, reason)


def _end(release, state, by, reason):
    release.state, release.ended_by, release.ended_at, release.end_reason = state, by, Now(), reason
    release.save(update_fields=["state", "ended_by", "ended_at", "end_reason"])
    release.refresh_from_db()
    return release
