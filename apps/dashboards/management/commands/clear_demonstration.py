"""Removes the demonstration plan, caseload, voices, meetings, people, posts and organisations, with their history."""

import pgtrigger
from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.db.models import ProtectedError, Q

from apps.accounts.models import Membership, Organisation, Person, Post
from apps.board.models import Challenge, Meeting
from apps.board.models.meetings import OfMeeting
from apps.core.access import OWNER
from apps.core.models import DatedRow
from apps.dashboards import bury, demonstration_caseload, demonstration_voice
from apps.dashboards.demonstration import OF_MEASURE, OF_PLAN
from apps.dashboards.demonstration_meetings import OF_MEETING
from apps.measures.models import Measure
from apps.plans.codes import ActionState
from apps.plans.models import Action, Plan, PlanShare, Publication, SavedFilter, Strand
from apps.plans.models.plans import StrandFinding
from apps.voice.models import Answer, AnswerAction, Redaction

# The history of links between rows.
LINKS = {
    Strand.findings.through: StrandFinding.pgh_event_model,
    Answer.actions.through: AnswerAction.pgh_event_model,
}


class Command(BaseCommand):
    help = "Remove the demonstration and its people. Run it as the owner: set DATABASE_OWNER_URL."

    def handle(self, *args, **options):
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            if cursor.fetchone()[0] != OWNER:
                raise CommandError("Only the owner of the tables may delete: set DATABASE_OWNER_URL and run it again.")
        with transaction.atomic(), pgtrigger.ignore():
            removed = demonstration_caseload.clear() + self._remove()
        self.stdout.write(f"Removed {removed} rows of demonstration data.")

    def _remove(self):
        removed = _remove(Redaction, {"pk__in": demonstration_voice.redactions()})
        removed += sum(_remove(model, {path: True}) for model, path in demonstration_voice.OF_SPEAKER)
        plans = Plan.objects.filter(is_demonstration=True)
        # An action that names the one in its place would keep that one from going.
        Action.objects.filter(plan__in=plans, replaced_by__isnull=False).update(
            replaced_by=None, state=ActionState.OPEN
        )
        removed += _papers() + sum(_remove(model, {f"{path}__in": plans}) for model, path in OF_PLAN)
        removed += _remove(Publication, {"plan__in": plans}) + _remove(PlanShare, {"plan__in": plans})
        # The plan's history stays, so that the next start knows that the demonstration was cleared on purpose.
        removed += plans.count()
        plans.delete()
        removed += sum(_remove(model, {"measure__is_demonstration": True}) for model in OF_MEASURE)
        removed += _remove(Measure, {"is_demonstration": True})
        return removed + _meetings() + _people()


def _papers():
    """What apps above this one keep of the demonstration: their models name the paths by which it is found."""
    kept = [(model, path) for model in apps.get_models() for path in getattr(model, "goes_with_demonstration", ())]
    return sum(_remove(model, {path: True}) for model, path in kept)


def _meetings():
    """Demonstration meetings with all that is recorded of them; challenges to real actions stay, of no meeting."""
    Challenge.objects.filter(meeting__is_demonstration=True).update(meeting=None)
    removed = sum(_remove(model, {f"{path}__is_demonstration": True}) for model, path in OF_MEETING)
    return removed + _remove(Meeting, {"is_demonstration": True})


def _people():
    """Demonstration people, posts and their organisations go, unless somebody has used them for real work."""
    people = Person.objects.filter(is_demonstration=True)
    posts = Post.objects.filter(is_demonstration=True)
    own = [row["name"] for row in bury.read("inspections")["organisations"]]
    theirs = Q(memberships__person__in=people) | Q(posts__in=posts)
    organisations = list(Organisation.objects.filter(theirs).exclude(name__in=own).distinct())
    removed = _remove(SavedFilter, {"owner__in": people}) + _remove(Membership, {"person__in": people})
    removed += _remove(PlanShare, {"person__in": people})
    Post.objects.filter(holder__in=people).update(holder=None)
    return removed + sum(_remove_unused(row) for row in [*posts, *people, *organisations])


def _remove_unused(row):
    """Delete a row and its history unless something real still points to it; returns how many rows went.

    A person who stays can no longer sign in.
    """
    key, model = row.pk, type(row)
    try:
        row.delete()
    except ProtectedError:
        if model is Person:
            model.objects.filter(pk=key).update(is_active=False)
        return 0
    model.pgh_event_model.objects.filter(pgh_obj_id=key).delete()
    return 1


def _remove(model, condition):
    """Delete rows and their history; returns how many rows there were."""
    keys = list(model.objects.filter(**condition).values_list("pk", flat=True))
    for links in model._meta.many_to_many:
        if links.remote_field.through._meta.auto_created:
            name = links.m2m_field_name()
            links.remote_field.through.objects.filter(**{f"{name}__in": keys}).delete()
            if links.remote_field.through in LINKS:
                LINKS[links.remote_field.through].objects.filter(**{f"{name}__in": keys}).delete()
    if issubclass(model, DatedRow):
        model.objects.filter(pk__in=keys, voids__isnull=False).delete()
    if issubclass(model, OfMeeting):
        for row in model.objects.filter(pk__in=keys, corrects__isnull=False).order_by("-pk"):
            row.delete()
    model.objects.filter(pk__in=keys).delete()
    if hasattr(model, "pgh_event_model"):
        model.pgh_event_model.objects.filter(pgh_obj_id__in=keys).delete()
    return len(keys)
