"""Makes rows for tests: fixed values and sequences, nothing random, no person's name."""

from datetime import date

import factory

from apps.accounts.models import Membership, Organisation, OrganisationKind, Person, Post, Role
from apps.board.models import Meeting, Risk
from apps.caseload.models import Extract
from apps.inspections.models import Finding, FindingKind, Inspection
from apps.plans.models import Action, ActionFinding, ActionLead, Milestone, Plan, PlanType, RatingWord, Strand
from apps.plans.references import sort_key
from apps.plans.standing import refresh

# The day on which the tests' stories take place: a Tuesday in autumn term.
TODAY = date(2026, 11, 24)


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Organisation {n}")
    kind = OrganisationKind.COUNCIL


class PersonFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Person
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Job title {n}")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return model_class.objects.create_user(**kwargs)


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Membership

    person = factory.SubFactory(PersonFactory)
    role = Role.OFFICER
    organisation = factory.SubFactory(OrganisationFactory)
    starts_on = date(2024, 1, 1)


class PostFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Post

    title = factory.Sequence(lambda n: f"Head of service {n}")
    organisation = factory.SubFactory(OrganisationFactory)


class InspectionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Inspection

    key = factory.Sequence(lambda n: f"inspection-{n}")
    name = factory.Sequence(lambda n: f"Area SEND inspection {n}")
    framework = "2023 framework"
    started_on = date(2024, 2, 12)
    ended_on = date(2024, 2, 16)
    published_on = date(2024, 5, 7)
    outcome = "Widespread and/or systemic failings"
    source = "Report, 7 May 2024"


class FindingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Finding

    inspection = factory.SubFactory(InspectionFactory)
    kind = FindingKind.PRIORITY_ACTION
    number = factory.Sequence(lambda n: n + 1)
    reference = factory.LazyAttribute(lambda finding: f"PA{finding.number}")
    title = factory.Sequence(lambda n: f"Finding {n}")
    text = "Leaders across the partnership should improve."
    source = "Report, 7 May 2024"


class PlanTypeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PlanType
        django_get_or_create = ("code",)

    code = "pip"
    name = "Priority Impact Plan"
    strand_word = "priority"


class PlanFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Plan

    type = factory.SubFactory(PlanTypeFactory)
    name = factory.Sequence(lambda n: f"Plan {n}")
    starts_on = date(2024, 9, 1)
    is_published = True


class StrandFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Strand

    plan = factory.SubFactory(PlanFactory)
    kind = "priority"
    reference = factory.Sequence(lambda n: f"PA{n + 1}")
    title = factory.Sequence(lambda n: f"Strand {n}")


class ActionFactory(factory.django.DjangoModelFactory):
    """An action without reports; ``standing=False`` leaves where it stands to the test."""

    class Meta:
        model = Action
        skip_postgeneration_save = True

    strand = factory.SubFactory(StrandFactory)
    plan = factory.SelfAttribute("strand.plan")
    reference = factory.Sequence(lambda n: f"PA1.{n + 1}")
    title = factory.Sequence(lambda n: f"Promise {n}")
    added_on = date(2026, 9, 1)
    start_on = date(2026, 9, 1)
    original_due_on = date(2027, 3, 31)

    @factory.post_generation
    def standing(self, create, extracted, **kwargs):
        if create and extracted is not False:
            refresh([self])
            self.refresh_from_db()


class ActionLeadFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ActionLead

    action = factory.SubFactory(ActionFactory)
    post = factory.SubFactory(PostFactory)


class ActionFindingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ActionFinding

    action = factory.SubFactory(ActionFactory)
    finding = factory.SubFactory(FindingFactory)


class MilestoneFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Milestone

    action = factory.SubFactory(ActionFactory)
    title = factory.Sequence(lambda n: f"Step {n}")
    due_on = date(2026, 12, 18)
    original_due_on = factory.SelfAttribute("due_on")


class MeetingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Meeting

    held_on = date(2026, 12, 4)
    updates_by = date(2026, 11, 27)


class RiskFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Risk

    plan = factory.SubFactory(PlanFactory)
    reference = factory.Sequence(lambda n: f"R{n + 1}")
    reference_key = factory.LazyAttribute(lambda risk: sort_key(risk.reference))
    title = factory.Sequence(lambda n: f"Something may happen {n}")
    likelihood = 4
    impact = 3
    score = 12


class ExtractFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Extract

    return_year = 2025
    reference_on = date(2025, 1, 16)
    as_at = date(2025, 4, 1)
    local_authority = "351"
    digest = factory.Sequence(lambda n: f"{n:064}")


LEGEND = (
    ("not_started", "Not started", "○", "Start date not reached, or nothing done yet."),
    ("off_track", "Off track", "▲", "Will miss its date or purpose without help from the Board."),
    ("at_risk", "At risk", "◆", "A problem, with a plan to recover that is believed."),
    ("on_track", "On track", "●", "Will be done by its date."),
    ("complete", "Complete", "✔", "Done, and a second person has accepted the evidence."),
)


def make_legend():
    """The five words that every page with ratings explains."""
    return [
        RatingWord.objects.create(code=code, word=word, shape=shape, meaning=meaning, effective_on=date(2017, 1, 1))
        for code, word, shape, meaning in LEGEND
    ]
