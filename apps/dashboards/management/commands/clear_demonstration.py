"""Removes the demonstration plan and people, with their history, and nothing else."""

import pgtrigger
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from apps.accounts.models import Membership, Person, Post
from apps.board.models import Meeting
from apps.core.access import OWNER
from apps.dashboards.demonstration import OF_PLAN
from apps.plans.models import Plan, PlanShare, Publication, SavedFilter


class Command(BaseCommand):
    help = "Remove the demonstration plan, meetings and people. Run it as the owner: set DATABASE_OWNER_URL."

    def handle(self, *args, **options):
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            if cursor.fetchone()[0] != OWNER:
                raise CommandError("Only the owner of the tables may delete: set DATABASE_OWNER_URL and run it again.")
        with transaction.atomic(), pgtrigger.ignore():
            removed = self._remove()
        self.stdout.write(f"Removed {removed} rows of demonstration data.")

    def _remove(self):
        plans = Plan.objects.filter(is_demonstration=True)
        removed = sum(_remove(model, {f"{path}__in": plans}) for model, path in OF_PLAN)
        removed += _remove(Publication, {"plan__in": plans}) + _remove(PlanShare, {"plan__in": plans})
        removed += _remove(Plan, {"is_demonstration": True}) + _remove(Meeting, {"is_demonstration": True})
        return removed + _people()


def _people():
    """Demonstration people and posts go, unless somebody has used them for real work."""
    people = Person.objects.filter(is_demonstration=True)
    removed = _remove(SavedFilter, {"owner__in": people}) + _remove(Membership, {"person__in": people})
    Post.objects.filter(holder__in=people).update(holder=None)
    removed += _remove(Post, {"is_demonstration": True, "action_leads": None})
    return removed + _remove(Person, {"is_demonstration": True})


def _remove(model, condition):
    """Delete rows and their history; returns how many rows there were."""
    keys = list(model.objects.filter(**condition).values_list("pk", flat=True))
    for links in model._meta.many_to_many:
        if links.remote_field.through._meta.auto_created:
            name = links.m2m_field_name()
            links.remote_field.through.objects.filter(**{f"{name}__in": keys}).delete()
    model.objects.filter(pk__in=keys).delete()
    model.pgh_event_model.objects.filter(pgh_obj_id__in=keys).delete()
    return len(keys)
