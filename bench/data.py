"""Ten thousand made-up actions with reports, by fixed rules: nothing random, the same each time."""

from datetime import date, timedelta

from apps.accounts.models import Membership, Organisation, Person, Post, Role
from apps.plans.models import Action, ActionLead, Plan, PlanType, RatingWord, StatusUpdate, Strand, StrandRating
from apps.plans.references import sort_key
from apps.plans.standing import refresh

RATINGS = ("on_track", "on_track", "at_risk", "on_track", "off_track", "not_started", None)
STRANDS = 9
WORDS = ("Recruit", "Publish", "Review", "Train", "Agree", "Audit", "Map", "Appoint")


def fill(count, on):
    """Make the actions, each with six monthly reports; returns the Board member and programme manager who visit."""
    for code, shape in (
        ("not_started", "○"),
        ("off_track", "▲"),
        ("at_risk", "◆"),
        ("on_track", "●"),
        ("complete", "✔"),
    ):
        RatingWord.objects.create(code=code, word=code, shape=shape, meaning=code, effective_on=date(2017, 1, 1))
    council = Organisation.objects.create(name="Council", kind="council")
    posts = [Post.objects.create(title=f"Head of service {n}", organisation=council) for n in range(40)]
    kind = PlanType.objects.create(code="pip", name="Priority Impact Plan", strand_word="priority")
    plan = Plan.objects.create(type=kind, name="Bench plan", starts_on=on - timedelta(days=400), is_published=True)
    for years in (1, 3):  # an earlier plan that is open and one that is closed
        begun = plan.starts_on - timedelta(days=365 * years)
        earlier = Plan.objects.create(type=kind, name=f"Plan of {begun.year}", starts_on=begun, is_published=True)
        Strand.objects.create(plan=earlier, kind="priority", reference="PA1", title="Earlier strand")
    Plan.objects.filter(pk=earlier.pk).update(closed_on=plan.starts_on, closed_reason="Judged.")
    strands = [
        Strand.objects.create(plan=plan, kind="priority", reference=f"PA{n}", position=n, title=f"Strand {n}")
        for n in range(1, STRANDS + 1)
    ]
    StrandRating.objects.bulk_create(
        StrandRating(strand=s, rating="on_track", narrative="So.", effective_on=on - timedelta(days=30 * n))
        for s in strands[: STRANDS - 3]  # for the others the trail is counted from the actions
        for n in range(6)
    )
    _actions(plan, strands, posts, count, on)
    return [_person(role, council, on) for role in (Role.BOARD_MEMBER, Role.PROGRAMME_MANAGER)]


def _actions(plan, strands, posts, count, on):
    rows = []
    for n in range(count):
        reference = f"PA{n % STRANDS + 1}.{n // STRANDS + 1}"
        rows.append(
            Action(
                plan=plan,
                strand=strands[n % STRANDS],
                reference=reference,
                reference_key=sort_key(reference),
                title=f"{WORDS[n % len(WORDS)]} what promise {n} needs",
                added_on=plan.starts_on,
                start_on=plan.starts_on + timedelta(days=n % 200),
                original_due_on=on + timedelta(days=n % 500 - 40),
            )
        )
    Action.objects.bulk_create(rows, batch_size=2000)
    ActionLead.objects.bulk_create((ActionLead(action=a, post=posts[n % 40]) for n, a in enumerate(rows)), 2000)
    reports = (
        StatusUpdate(
            action=action,
            effective_on=on - timedelta(days=30 * month + n % 25),
            rating=RATINGS[(n + month) % len(RATINGS)],
            percent_complete=n % 101,
            narrative="Work goes on as planned.",
            board_ask="Agree the money." if n % 100 == month else "",
            reason_differs="Its partners have agreed." if n % 3 == 0 else "",
        )
        for n, action in enumerate(rows)
        for month in range(6)
    )
    StatusUpdate.objects.bulk_create(reports, batch_size=5000)
    for start in range(0, count, 1000):
        refresh(rows[start : start + 1000])


def _person(role, council, on):
    person = Person.objects.create_user(f"{role}@example.org", role.label)
    Membership.objects.create(person=person, role=role, organisation=council, starts_on=on - timedelta(days=1))
    return person
