"""From an upload to a load: files are kept, checked by the worker, and loaded once, or thrown away."""

import uuid
import zlib

from apps.caseload.models import Extract, Trial, TrialFile, TrialProblem, TrialState
from apps.caseload.sen2.earlier import all_problems
from apps.caseload.sen2.loading import BATCH, Refused, load, lock_loads
from apps.caseload.sen2.reading import Unreadable, read_files
from apps.core.access import WEB_CASES, assume
from apps.core.jobs import enqueue, job
from apps.core.once import wait_for_token


class Refusal(Exception):
    """The upload was not loaded; the message says why and what to do."""


STALE = "A newer extract was loaded after these files were checked. Nothing was loaded: check them again."


def stage(*, by, files, token=None):
    """Keep uploaded files (``{module: (file name, bytes)}``) and have them checked; returns the Trial.

    The same ``token`` gives the upload that was made with it before.
    """
    token = token or uuid.uuid4()
    wait_for_token(token)
    earlier = Trial.objects.filter(token=token, uploaded_by=by).first()
    if earlier:
        return earlier
    trial = Trial.objects.create(uploaded_by=by, token=token)
    TrialFile.objects.bulk_create(
        TrialFile(trial=trial, module=module, name=name, content=zlib.compress(content))
        for module, (name, content) in files.items()
    )
    return _hand_over(trial, "caseload.check_sen2", by)


def check_again(*, trial, by):
    """Have the files checked once more, against the records as they now are."""
    trial = _locked(trial)
    if not trial.is_settled:
        raise Refusal(f"These files cannot be checked again: {trial.get_state_display().lower()}.")
    trial.problems.all().delete()
    trial.state, trial.refusal = TrialState.CHECKING, ""
    return _hand_over(trial, "caseload.check_sen2", by)


def ask_to_load(*, trial, by, token):
    """Have a checked upload loaded; the second sending, and a second person, change nothing."""
    trial = _locked(trial)
    if trial.state in (TrialState.LOADING, TrialState.LOADED):
        return trial
    if trial.state != TrialState.CHECKED:
        raise Refusal(f"These files cannot be loaded: {trial.get_state_display().lower()}.")
    if token != str(trial.token):
        raise Refusal("The page was too old. Nothing was loaded: look at the report, then load.")
    if Extract.objects.newest() != trial.base:
        raise Refusal(STALE)
    trial.state, trial.loaded_by = TrialState.LOADING, by
    return _hand_over(trial, "caseload.load_sen2", by)


def discard(*, trial):
    """Throw an upload away: its files and what the check said of them."""
    trial = _locked(trial)
    if not trial.is_settled:
        raise Refusal(f"These files cannot be thrown away: {trial.get_state_display().lower()}.")
    _forget(trial)
    trial.state = TrialState.DISCARDED
    trial.save()
    return trial


@job("caseload.check_sen2")
def check_files(progress, trial_id):
    """Say what a load would do, and keep nothing of it."""
    assume(WEB_CASES)
    trial = _locked(Trial(pk=trial_id))
    if trial.state != TrialState.CHECKING:
        return
    lock_loads()
    trial.base = Extract.objects.newest()
    try:
        made = read_files(_files(trial))
        _describe(trial, made)
        _keep_problems(trial, all_problems(made))
        result = load(made, by=trial.uploaded_by, keeps=False, progress=progress)
    except (Unreadable, Refused) as refused:
        trial.state, trial.refusal = TrialState.REFUSED, str(refused)
    else:
        trial.state = TrialState.CHECKED
        trial.counts = result.counts
        trial.set_aside_count = sum(counts["set_aside"] for counts in result.counts.values())
    trial.save()


@job("caseload.load_sen2")
def load_files(progress, trial_id):
    """Load a checked upload; what was loaded meanwhile makes it stale."""
    assume(WEB_CASES)
    trial = _locked(Trial(pk=trial_id))
    if trial.state != TrialState.LOADING:
        return
    lock_loads()
    if Extract.objects.newest() != trial.base:
        trial.state, trial.refusal = TrialState.REFUSED, STALE
        trial.save()
        return
    result = load(read_files(_files(trial)), by=trial.loaded_by, progress=progress)
    trial.state = TrialState.LOADED
    trial.extract = result.extract
    _forget(trial)
    trial.save()


def _hand_over(trial, kind, by):
    trial.job = enqueue(kind, by=by, trial_id=trial.pk)
    trial.save()
    return trial


def _locked(trial):
    """The row as it is now; whoever comes second waits."""
    return Trial.objects.select_for_update().get(pk=trial.pk)


def _files(trial):
    return {file.module: (file.name, zlib.decompress(file.content)) for file in trial.files.all()}


def _describe(trial, made):
    trial.return_year, trial.reference_on, trial.as_at = made.return_year, made.reference_on, made.as_at
    trial.local_authority, trial.is_synthetic = made.local_authority, made.says_synthetic


def _keep_problems(trial, problems):
    TrialProblem.objects.bulk_create(
        (
            TrialProblem(
                trial=trial,
                table=problem.table,
                record=problem.record[:40],
                row=problem.row,
                field=problem.field[:40],
                code=problem.code,
                message=problem.message,
                is_error=problem.is_error,
            )
            for problem in problems
        ),
        batch_size=BATCH,
    )


def _forget(trial):
    """The extract keeps the files of what was loaded; nobody needs those of what was not."""
    trial.files.all().delete()
    trial.problems.all().delete()
