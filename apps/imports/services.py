"""From an upload to what is saved, and back: read, ask, show, mend, save once, take back.

Each step is one transaction that locks the batch. What is read is staged; nothing outside of the staging tables changes
before a person saves, and saving is all or nothing.
"""

import gc
import hashlib
import uuid
import zlib
from contextlib import contextmanager
from dataclasses import asdict

import pghistory
from django.db import IntegrityError, transaction
from django.utils import timezone

from apps.core.access import WEB_CASES, assume
from apps.core.changes import Refused
from apps.core.dates import today
from apps.core.jobs import enqueue, job
from apps.core.once import wait_for_token
from apps.core.sheets import LANDINGS, LAYOUTS
from apps.core.words import were
from apps.imports import staging
from apps.imports.exporting.returning import Returned
from apps.imports.grid import Unreadable
from apps.imports.models import (
    SAVED_OUTCOMES,
    Answer,
    Batch,
    BatchFile,
    BatchState,
    CaseFile,
)
from apps.imports.reading import Reader, proposed_by, read
from apps.imports.rows import about_of, cleaned, texts_of
from apps.imports.workbook import read_workbook

CHANGED_MEANWHILE = (
    "{rows} changed here after the file was compared. Nothing was saved. The rows are compared again: look at them "
    "once more, then save."
)
NOT_CONFIRMED = "{why} Tick that you know this, then save. Nothing was saved."
# How a ZIP file begins, which every .xlsx is.
ZIP = b"PK\x03\x04"


def landing_of(batch):
    return LANDINGS[batch.layout]


@transaction.atomic
def upload(*, by, layout, file_name, content, target=None, position_on=None, reported_by="", token=None):
    """Keep a file and have it read; the same ``token`` gives the batch that was made with it before."""
    token = token or uuid.uuid4()
    wait_for_token(token)
    earlier = Batch.objects.filter(token=token, uploaded_by=by).first()
    if earlier:
        return earlier
    landing = LANDINGS[layout]
    batch = Batch.objects.create(
        layout=layout,
        holds_children=landing.holds_children,
        token=token,
        file_name=file_name[:255],
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        uploaded_by=by,
        reported_by=reported_by,
        position_on=position_on,
        target=target or {},
    )
    if batch.holds_children:
        assume(WEB_CASES)
    made = CaseFile if batch.holds_children else BatchFile
    made.objects.create(batch=batch, content=_packed(content))
    return _hand_over(batch, "imports.read", by)


def _packed(content):
    """The bytes as they are kept; those of a ZIP file are packed already."""
    return zlib.compress(content, 0 if content.startswith(ZIP) else -1)


def _hand_over(batch, kind, by):
    batch.job = enqueue(kind, by=by, batch_id=batch.pk)
    batch.save()
    return batch


def _locked(batch_id):
    batch = Batch.objects.select_for_update(of=("self",)).select_related("uploaded_by").get(pk=batch_id)
    if batch.holds_children:
        assume(WEB_CASES)
    return batch


@transaction.atomic
def load_at_once(*, answers, knows_public=False, **fields):
    """Read a file and save its sound rows within the running transaction, for whoever works from the shell.

    Nobody is asked: ``answers`` say what they say, ``knows_public`` that it may be public at once. Refused and
    Unreadable leave everything as it was; a file that has nothing new is read and not saved.
    """
    batch = _locked(upload(by=None, **fields).pk)
    batch.answers = answers
    read_into(batch)
    if batch.state != BatchState.READ:
        raise Refused(f"The file is not saved: {batch.refusal or batch.get_state_display().lower()}")
    if batch.rows.filter(outcome__in=SAVED_OUTCOMES).exists():
        _require_known(batch, knows_public)
        apply_into(batch, by=None, on=today())
    batch.save()
    return batch


# Reading.


@job("imports.read")
def read_batch(progress, batch_id):
    """Read the file, ask what it leaves open, and stage its rows."""
    batch = _locked(batch_id)
    if batch.state != BatchState.READING:
        return
    try:
        with _no_cycles():
            read_into(batch, progress)
    except Unreadable as unreadable:
        batch.state, batch.refusal = BatchState.REFUSED, str(unreadable)
    batch.save()


@contextmanager
def _no_cycles():
    """What a file holds makes no cycles: to look for them again and again takes a fifth of the time of reading it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_into(batch, progress=None):
    """Read the batch's file into the staging tables; the state says whether a person is asked first."""
    layout = LAYOUTS[batch.layout]
    content = zlib.decompress(batch.files.get().content)
    book = read_workbook(content, batch.file_name, progress=progress)
    returned = Returned(book, layout)
    reader = Reader(book, layout, batch.file_name, {}, {}, today())
    proposal = proposed_by(reader)
    batch.proposal = _kept_proposal(batch, proposal)
    known = Answer.objects.filter(layout=batch.layout, shape=proposal.fingerprint).first()
    batch.answers = batch.answers or (known.answers if known else {})
    if batch.answers:
        reading = read(book, layout, file_name=batch.file_name, on=today(), **batch.answers)
    else:
        reading = reader.read()
    returned.find_keys(book, reading)
    del book, reader
    if not _asks(batch, reading, proposal):
        _stage(batch, reading, returned, progress)


def _kept_proposal(batch, proposal):
    """The proposal as the batch keeps it; without cells where they are of children, as the batch itself is open."""
    kept = asdict(proposal)
    if batch.holds_children:
        for sheet in kept["sheets"]:
            for column in sheet["columns"]:
                column["samples"] = []
    return kept


def _asks(batch, reading, proposal):
    """Whether a person is asked first: where no header is known, or a column, colour or word is doubtful."""
    batch.about = about_of(reading)
    if reading.is_refused:
        batch.refusal = "\n".join(problem.message for problem in reading.errors if problem.row is None)
        if not proposal.sheets or _is_only_empty(reading, proposal):
            raise Unreadable(batch.refusal)
    elif batch.answers or not (_questions(reading) or is_doubtful(proposal)):
        return False
    batch.state = BatchState.ASKING
    return True


def _is_only_empty(reading, proposal):
    """Whether the headings are known and nothing stands under them, so that there is nothing to ask."""
    codes = {problem.code for problem in reading.errors if problem.row is None}
    return codes == {"no_rows"} and not is_doubtful(proposal)


def _questions(reading):
    """What is asked before rows are shown; the date of the file can be entered beside them."""
    return [question for question in reading.questions if question.code != "position_date"]


def is_doubtful(proposal):
    """Whether a column that is read, or a mark of a rating, was only guessed at."""
    columns = [column for sheet in proposal.sheets if sheet.is_read for column in sheet.columns if column.field]
    marks = [mark for mark in proposal.legend if mark.source == "unknown"]
    return bool(marks) or not all(column.is_certain for column in columns)


def _stage(batch, reading, returned, progress):
    if batch.position_on is None and returned.is_ours:
        # Its rows were edited after it was made: they tell of the day on which it is loaded.
        batch.position_on = today()
    if batch.position_on is None and reading.position_at and reading.position_at <= today():
        batch.position_on = reading.position_at
    batch.rows.delete()
    comparing = staging.Comparing(batch, landing_of(batch))
    done = 0
    for rows in staging.portions(returned.rows(reading)):
        comparing.work_out(rows)
        staging.stage(batch, rows)
        done += len(rows)
        if progress:
            progress(done, reading.row_count)
    _finish_preview(batch, comparing)


def _finish_preview(batch, comparing):
    references = landing_of(batch).references(batch)
    missing = [words for key, words in references.items() if key not in comparing.seen]
    batch.about |= {"missing": [] if batch.holds_children else missing, "missing_count": len(missing)}
    batch.counts = staging.count(batch)
    batch.state, batch.refusal = BatchState.READ, ""


@transaction.atomic
def answer(*, batch, by, answers):
    """Take what a person confirmed about columns and colours, keep it for files of the same shape, and read on."""
    batch = _locked(batch.pk)
    if batch.state not in (BatchState.ASKING, BatchState.READ):
        raise Refused(f"These questions are settled: {batch.get_state_display().lower()}.")
    batch.answers, batch.state, batch.refusal = answers, BatchState.READING, ""
    Answer.objects.update_or_create(
        layout=batch.layout,
        shape=batch.proposal["fingerprint"],
        defaults={"answers": answers, "answered_by": by, "answered_at": timezone.now()},
    )
    return _hand_over(batch, "imports.read", by)


# Mending what was read.


def _open(batch):
    batch = _locked(batch.pk)
    if batch.state != BatchState.READ:
        raise Refused(f"Rows can no longer be changed: {batch.get_state_display().lower()}.")
    return batch


@transaction.atomic
def describe(*, batch, position_on, reported_by, target):
    """Change the day of which the file tells, who reports it, and where it goes; the rows are compared anew."""
    batch = _open(batch)
    batch.position_on, batch.reported_by, batch.target = position_on, reported_by, target
    return recompare(batch)


def recompare(batch):
    """Work all rows out anew against the database as it now is."""
    comparing = staging.Comparing(batch, landing_of(batch))
    for rows in staging.portions(batch.rows.iterator(staging.PORTION)):
        comparing.work_out(rows)
        staging.store(batch, rows)
    refusal = batch.refusal
    _finish_preview(batch, comparing)
    batch.refusal = refusal
    batch.save()
    return batch


@transaction.atomic
def edit_row(*, batch, row, edits):
    """What a person typed over cells of a row (``{column: text}``), cleaned as a cell would be."""
    batch = _open(batch)
    row = batch.rows.select_for_update().get(pk=row.pk)
    layout = LAYOUTS[batch.layout]
    fields, problems, touched = cleaned(layout, texts_of(layout, row.shown) | edits, edits)
    row.edits = row.edits | fields
    row.problems = [item for item in row.problems if item.get("field") not in touched] + problems
    staging.store(batch, [row], ("edits", "problems"))
    return recompare(batch)


@transaction.atomic
def skip_rows(*, batch, rows, is_skipped=True):
    """Leave rows out, or take them in again; says how many."""
    batch = _open(batch)
    done = batch.rows.filter(pk__in=[row.pk for row in rows]).update(is_skipped=is_skipped)
    batch.counts = staging.count(batch)
    batch.save()
    return done


@transaction.atomic
def settle(*, batch, row, choices):
    """Settle clashes of a row: ``{field: "here" or "sheet"}``."""
    batch = _open(batch)
    row = batch.rows.select_for_update().get(pk=row.pk)
    row.settled = row.settled | {name: choice for name, choice in choices.items() if choice in ("here", "sheet")}
    staging.store(batch, [row], ("settled",))
    return recompare(batch)


@transaction.atomic
def discard(*, batch):
    """Throw a batch away that was not saved: its file and its rows go, that it was there stays."""
    batch = _locked(batch.pk)
    if batch.state not in (BatchState.READ, BatchState.ASKING, BatchState.REFUSED) and not batch.has_failed:
        raise Refused(f"This file cannot be thrown away: {batch.get_state_display().lower()}.")
    batch.rows.delete()
    batch.files.delete()
    batch.state = BatchState.DISCARDED
    batch.save()
    return batch


# Saving.


@transaction.atomic
def ask_to_apply(*, batch, by, token, knows_public=False):
    """Have a batch saved; a second sending, and a second person, change nothing.

    ``knows_public`` says that the person knows what is saved to be public at once; refused without it where it is.
    """
    batch = _locked(batch.pk)
    if batch.state in (BatchState.APPLYING, BatchState.APPLIED):
        return batch
    if batch.state != BatchState.READ:
        raise Refused(f"This file cannot be saved: {batch.get_state_display().lower()}.")
    if token != str(batch.token):
        raise Refused("The page was too old. Nothing was saved: look at the rows, then save.")
    _require_savable(batch)
    batch.result.pop("knows_public", None)
    _require_known(batch, knows_public)
    batch.state, batch.applied_by, batch.refusal = BatchState.APPLYING, by, ""
    return _hand_over(batch, "imports.apply", by)


def _require_savable(batch):
    if landing_of(batch).needs_position and batch.position_on is None:
        raise Refused("Enter the date of which the file tells before you save it.", "position_on")
    if batch.position_on and batch.position_on > today():
        raise Refused("The file cannot tell of a day in the future.", "position_on")
    if not batch.rows.filter(outcome__in=SAVED_OUTCOMES, is_skipped=False).exists():
        raise Refused("There is nothing to save: no row is new or changed.")


def _require_known(batch, knows_public=False):
    """Nobody makes something public unawares, nor where it was published after they looked."""
    why = landing_of(batch).published(batch)
    if why and not (knows_public or batch.result.get("knows_public")):
        raise Refused(NOT_CONFIRMED.format(why=why), "knows_public")
    if why:
        batch.result["knows_public"] = True


@job("imports.apply")
def apply_batch(progress, batch_id):
    """Save what is new and changed, all of it or nothing; what changed meanwhile is shown instead."""
    batch = _locked(batch_id)
    if batch.state != BatchState.APPLYING:
        return
    try:
        with transaction.atomic():
            apply_into(batch, by=batch.applied_by, on=today())
    except (Refused, IntegrityError) as refused:
        batch.state, batch.refusal = BatchState.READ, _refusal_words(refused)
        recompare(batch)
    batch.save()


def _refusal_words(refused):
    """What stopped the saving; a constraint of the database says its name where no rule of ours spoke before it."""
    if isinstance(refused, Refused):
        return refused.message
    constraint = refused.__cause__.diag.constraint_name or "a rule of the database"
    return f"Nothing was saved: a row breaks the rule {constraint}. Leave it out, or tell whoever runs the site."


def apply_into(batch, *, by, on):
    """Save a batch within the running transaction. Refused where the rows no longer are as they were compared."""
    landing = landing_of(batch)
    _require_savable(batch)
    moved = landing.moved(batch)
    if moved:
        raise Refused(CHANGED_MEANWHILE.format(rows=were(moved, "row")))
    _require_known(batch)
    chosen = batch.rows.filter(outcome__in=SAVED_OUTCOMES, is_skipped=False)
    reason = f"From {batch.file_name}, position {batch.position_on or 'not given'}"
    with pghistory.context(batch=batch.pk, file=batch.file_name, reason=reason):
        new, changed = landing.apply(batch, chosen, by, on)
    # Counted from what was written, not from what was planned.
    batch.result |= {"new": new, "changed": changed}
    batch.applied_by, batch.applied_at = by, timezone.now()
    batch.state = BatchState.APPLIED
    batch.save()


# Taking back.


@transaction.atomic
def ask_to_undo(*, batch, by, reason):
    """Have a saved batch taken back as a whole."""
    batch = _locked(batch.pk)
    if batch.state in (BatchState.UNDOING, BatchState.UNDONE):
        return batch
    if batch.state != BatchState.APPLIED:
        raise Refused(f"There is nothing to take back: {batch.get_state_display().lower()}.")
    if not reason.strip():
        raise Refused("Say why the file is taken back.", "reason")
    batch.state, batch.undone_by, batch.undone_reason, batch.refusal = BatchState.UNDOING, by, reason, ""
    return _hand_over(batch, "imports.undo", by)


@job("imports.undo")
def undo_batch(progress, batch_id):
    """Take back all that a batch wrote, or nothing of it."""
    batch = _locked(batch_id)
    if batch.state != BatchState.UNDOING:
        return
    try:
        with transaction.atomic():
            undo_into(batch, on=today())
    except Refused as refused:
        batch.state, batch.refusal = BatchState.APPLIED, refused.message
    batch.save()


def undo_into(batch, *, on):
    """Take a batch back within the running transaction. Refused where something later depends on it."""
    rows = batch.rows.filter(written__isnull=False)
    reason = f"{batch.file_name} was taken back: {batch.undone_reason}"
    with pghistory.context(batch=batch.pk, file=batch.file_name, reason=reason):
        landing_of(batch).undo(batch, rows, batch.undone_by, on, reason)
    batch.state, batch.undone_at = BatchState.UNDONE, timezone.now()
