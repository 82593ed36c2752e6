"""The words of the ratings, the thresholds of the rule, and where each action stands from one date to another."""

from datetime import date, timedelta

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from apps.core.models import DatedRow, KnownThen
from apps.plans.codes import DROPPED_STATES, ActionState, Rating, RuleReason, is_greener
from apps.plans.models.actions import Action


class RatingShape(models.TextChoices):
    """Shapes that read in black and white; one for each rating."""

    TRIANGLE = "▲", "▲ triangle"
    DIAMOND = "◆", "◆ diamond"
    CIRCLE = "●", "● circle"
    TICK = "✔", "✔ tick"
    RING = "○", "○ ring"
    SQUARE = "■", "■ square"
    STAR = "★", "★ star"


# No two ratings share a word or a shape on any day from which the new row holds until the next one of its rating does.
ONE_MEANING = pgtrigger.Trigger(
    name="one_meaning",
    operation=pgtrigger.Insert,
    when=pgtrigger.Before,
    condition=pgtrigger.Q(new__voids__isnull=True),
    declare=[("next_day", "DATE")],
    func=pgtrigger.Func(
        """
        PERFORM pg_advisory_xact_lock(hashtextextended('{meta.db_table}', 0));
        SELECT min(t.effective_on) INTO next_day FROM {meta.db_table} t
            WHERE t.code = NEW.code AND t.effective_on > NEW.effective_on AND t.voids_id IS NULL
                AND NOT EXISTS (SELECT FROM {meta.db_table} v WHERE v.voids_id = t.id);
        IF EXISTS (
            SELECT FROM (
                SELECT t.code, t.word, t.shape, t.effective_on,
                    lead(t.effective_on) OVER (
                        PARTITION BY t.code ORDER BY t.effective_on, t.recorded_at, t.id) AS until
                FROM {meta.db_table} t
                WHERE t.voids_id IS NULL AND NOT EXISTS (SELECT FROM {meta.db_table} v WHERE v.voids_id = t.id)
            ) other
            WHERE other.code <> NEW.code
                AND (other.until IS NULL OR other.until > greatest(NEW.effective_on, other.effective_on))
                AND (next_day IS NULL OR other.effective_on < next_day)
                AND (lower(btrim(other.word)) = lower(btrim(NEW.word)) OR other.shape = NEW.shape)
        ) THEN
            RAISE EXCEPTION 'Two ratings cannot have the same word or shape' USING ERRCODE = 'unique_violation',
                CONSTRAINT = 'plans_ratingword_one_meaning';
        END IF;
        RETURN NEW;
        """
    ),
)


@pghistory.track()
class RatingWord(DatedRow):
    """The word, shape and meaning of a rating code from a date on."""

    known_then = KnownThen.AS_TODAY

    code = models.CharField(max_length=20, choices=Rating.choices)
    word = models.CharField(max_length=40)
    shape = models.CharField(max_length=2, choices=RatingShape.choices)
    meaning = models.CharField(max_length=300)
    source = models.CharField(max_length=300, blank=True)
    reason = models.TextField("why it was changed", blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True, editable=False)

    class Meta(DatedRow.Meta):
        verbose_name = "word of a rating"
        verbose_name_plural = "words of the ratings"
        triggers = [*DatedRow.Meta.triggers, ONE_MEANING]
        ordering = ["code", "-effective_on", "-pk"]
        constraints = [
            *DatedRow.Meta.constraints,
            models.CheckConstraint(name="plans_ratingword_code_known", condition=Q(code__in=Rating.values)),
            models.CheckConstraint(name="plans_ratingword_shape_known", condition=Q(shape__in=RatingShape.values)),
        ]

    def __str__(self):
        return f"{self.code}: {self.word} from {self.effective_on}"


@pghistory.track()
class Thresholds(DatedRow):
    """The numbers in the written rules, from a date on; days are calendar days, shares are per cent of open actions."""

    known_then = KnownThen.AS_RECORDED_WITH_WORDS

    stale_days = models.PositiveSmallIntegerField("days without a report before an action is at risk", default=35)
    start_grace_days = models.PositiveSmallIntegerField("days after its start date that an action may wait", default=14)
    milestone_red_days = models.PositiveSmallIntegerField(
        "days late before a milestone makes an action off track", default=28
    )
    acceptance_days = models.PositiveSmallIntegerField("days that an action said to be done may wait", default=14)
    extension_count = models.PositiveSmallIntegerField("extensions from which an action is at best at risk", default=2)
    extension_days = models.PositiveSmallIntegerField("days of extension above which it is at best at risk", default=90)
    due_soon_days = models.PositiveSmallIntegerField("days ahead that count as due soon", default=14)
    no_change_count = models.PositiveSmallIntegerField('times in a row that "no change" is flagged', default=3)
    strand_off_track_share = models.PositiveSmallIntegerField(
        "per cent off track that puts a strand off track", default=25
    )
    strand_at_risk_share = models.PositiveSmallIntegerField("per cent at risk that puts a strand at risk", default=25)
    reason = models.TextField("why they were changed", blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True, editable=False)

    class Meta(DatedRow.Meta):
        ordering = ["-effective_on", "-pk"]
        verbose_name = "numbers of the rules"
        verbose_name_plural = "numbers of the rules"
        constraints = [
            *DatedRow.Meta.constraints,
            models.CheckConstraint(
                name="plans_thresholds_in_range",
                condition=Q(stale_days__gte=1)
                & Q(strand_off_track_share__range=(1, 100))
                & Q(strand_at_risk_share__range=(1, 100))
                & Q(extension_count__gte=1)
                & Q(no_change_count__gte=2),
                violation_error_message="Shares are from 1 to 100; counts and days are at least 1.",
            ),
        ]

    def __str__(self):
        return f"Thresholds from {self.effective_on}"


# The day on which a standing is replaced; one that has no end lasts as long as dates do. Written like this everywhere,
# since PostgreSQL finds the rows of a date by an index on just these words.
UNTIL = Coalesce("ends_on", Value(date.max))


class StandingQuerySet(models.QuerySet):
    """Which row holds on a date, and words for picking among them; every word takes the date as ``on``."""

    def on(self, on):
        """The one row of each action that holds on a date."""
        return self.alias(until=UNTIL).filter(until__gt=on, starts_on__lte=on)

    def live(self):
        """Actions that still count as promises."""
        return self.exclude(state__in=DROPPED_STATES)

    def owed(self):
        """Actions on which something is still owed."""
        return self.filter(state__in=[ActionState.OPEN, ActionState.SAID_DONE], is_plan_closed=False)

    def overdue(self, on):
        """Open and past the date now agreed; the day itself is not late."""
        return self.owed().filter(state=ActionState.OPEN, due_on__lt=on)

    def due_soon(self, on, days):
        """Open and due within so many days, today included."""
        last = on + timedelta(days=days)
        return self.owed().filter(state=ActionState.OPEN, due_on__range=(on, last))

    def late_by_first_date(self, on):
        """Not done by the first date promised, whatever was agreed since."""
        first = F("action__original_due_on")
        return (
            self.live()
            .filter(action__original_due_on__lt=on)
            .filter(Q(finished_on__isnull=True, is_plan_closed=False) | Q(finished_on__gt=first))
        )

    def not_reported(self):
        return self.live().filter(rating__isnull=True)

    def differing(self):
        """The officer's rating is not the rule's."""
        return self.filter(rating__isnull=False, rule_rating__isnull=False).exclude(rating=F("rule_rating"))

    def greener(self):
        """The officer's rating is better than the rule's."""
        found = Q()
        for rule in Rating:
            found |= Q(rule_rating=rule, rating__in=[rating for rating in Rating if is_greener(rating, rule)])
        return self.filter(found)

    def stale(self, on, days):
        """Open, started, and not reported on for more than so many days."""
        before = on - timedelta(days=days)
        return self.owed().filter(state=ActionState.OPEN, touched_on__lt=before)


class Standing(models.Model):
    """Where an action stands from ``starts_on`` until the day before ``ends_on``; all that a dashboard shows of it.

    Worked out anew from the dated rows with every change (``apps.plans.standing``), so that the picture on any
    date is one indexed comparison. ``touched_on`` is the last report, or the start where there is none;
    ``finished_on`` the day on which it was done. ``rule_date`` is the date that the rule's reason speaks of;
    ``late_milestones`` are ``[title, day on which it was due]`` of those that are late.
    """

    database_rights = "select, insert, update, delete"

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="standings")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    state = models.CharField(max_length=20, choices=ActionState.choices)
    is_plan_closed = models.BooleanField(default=False)
    due_on = models.DateField(null=True)
    rating = models.CharField(max_length=20, choices=Rating.choices, null=True)
    rated_on = models.DateField(null=True)
    updated_on = models.DateField(null=True)
    touched_on = models.DateField(null=True)
    finished_on = models.DateField(null=True)
    percent_complete = models.PositiveSmallIntegerField(null=True)
    times_extended = models.PositiveSmallIntegerField(default=0)
    days_extended = models.PositiveIntegerField(default=0)
    times_unchanged = models.PositiveSmallIntegerField(default=0)
    was_sent_back = models.BooleanField(default=False)
    is_critical = models.BooleanField(default=False)
    start_on = models.DateField(null=True)
    late_milestones = models.JSONField(default=list)
    rule_rating = models.CharField(max_length=20, choices=Rating.choices, null=True)
    rule_reason = models.CharField(max_length=30, choices=RuleReason.choices)
    rule_date = models.DateField(null=True)

    objects = StandingQuerySet.as_manager()

    class Meta:
        ordering = ["action", "starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["action", "starts_on"], name="plans_standing_starts_once"),
            models.UniqueConstraint(
                fields=["action"], condition=Q(ends_on__isnull=True), name="plans_standing_one_without_end"
            ),
            models.CheckConstraint(
                name="plans_standing_ends_after_start",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")),
            ),
        ]
        # Most readers ask for days that are not long past, so the end comes first. All that is counted or sorted by is
        # in the index, and the rows of a date are found without reading the table.
        indexes = [
            models.Index(
                UNTIL,
                "starts_on",
                include=[
                    "id",
                    "action",
                    "ends_on",
                    "state",
                    "is_plan_closed",
                    "rating",
                    "rule_rating",
                    "rule_reason",
                    "rule_date",
                    "due_on",
                    "updated_on",
                    "touched_on",
                    "finished_on",
                    "is_critical",
                    "was_sent_back",
                ],
                name="plans_standing_holds",
            )
        ]

    def __str__(self):
        return f"{self.action.reference} from {self.starts_on}"
