"""Meetings of any body: agenda, papers, declarations of interest and decisions; fixed once the meeting is closed."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from apps.accounts.models import Post
from apps.core.models import DatedRow, LondonDay, has_words, voids_its_own

BOARD = "SEND Partnership Board"


class MeetingQuerySet(models.QuerySet):
    def next_after(self, on):
        """The next meeting on or after a date, or None."""
        return self.filter(held_on__gte=on).order_by("held_on", "pk").first()

    def last_before(self, on):
        """The last meeting before a date, or None."""
        return self.filter(held_on__lt=on).order_by("-held_on", "-pk").first()

    def of(self, body):
        """The meetings of one body, however its name is capitalised."""
        return self.filter(body__iexact=body)


def _before_the_meeting(name, what):
    return models.CheckConstraint(
        name=f"board_meeting_{name}_before",
        condition=Q(**{f"{name}_by__isnull": True}) | Q(**{f"{name}_by__lte": F("held_on")}),
        violation_error_message=f"{what} on or before the day of the meeting.",
    )


@pghistory.track()
class Meeting(models.Model):
    """A meeting of a body that reads the plans' progress.

    ``closed_at`` is when its record was closed; from then on nothing of the row changes any more.
    """

    body = models.CharField(max_length=200, default=BOARD)
    held_on = models.DateField("date of the meeting")
    place = models.CharField(max_length=200, blank=True)
    updates_by = models.DateField("updates wanted by")
    papers_by = models.DateField("papers due by", null=True, blank=True)
    questions_by = models.DateField("questions due by", null=True, blank=True)
    is_public = models.BooleanField("open to the public", default=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True, editable=False
    )
    close_token = models.UUIDField(unique=True, null=True, blank=True, editable=False)
    is_demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on"]
        triggers = [
            pgtrigger.Trigger(
                name="closed_stays",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(old__closed_at__isnull=False),
                func="RAISE EXCEPTION 'This meeting is closed' USING ERRCODE = 'check_violation';",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "held_on"],
                name="board_meeting_once_a_day",
                violation_error_message="This body already meets on that day.",
            ),
            models.CheckConstraint(
                name="board_meeting_updates_before",
                condition=Q(updates_by__lte=F("held_on")),
                violation_error_message="Updates must be wanted on or before the day of the meeting.",
            ),
            _before_the_meeting("papers", "Papers must be due"),
            _before_the_meeting("questions", "Questions must be due"),
            models.CheckConstraint(
                name="board_meeting_closed_by_somebody",
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                violation_error_message="Say who closed the meeting.",
            ),
            models.CheckConstraint(
                name="board_meeting_closed_once_held",
                condition=Q(closed_at__isnull=True) | Q(held_on__lte=LondonDay("closed_at")),
                violation_error_message="A meeting is closed once it has been held.",
            ),
        ]

    def __str__(self):
        return f"{self.body}, {self.held_on}"

    def get_absolute_url(self):
        return reverse("board:meeting", args=[self.pk])

    @property
    def is_closed(self):
        return self.closed_at is not None

    def takes_questions(self, on):
        """Whether the public and Members may still ask; without a deadline, until the day of the meeting."""
        return not self.is_closed and on <= (self.questions_by or self.held_on)


class Purpose(models.TextChoices):
    """What the body is asked to do with an item."""

    DECIDE = "decide", "To decide"
    DISCUSS = "discuss", "To discuss"
    NOTE = "note", "To note"


IS_CLOSED = "SELECT FROM board_meeting m WHERE m.id = {row}.meeting_id AND m.closed_at IS NOT NULL"
CLOSED = "RAISE EXCEPTION 'This meeting is closed' USING ERRCODE = 'check_violation';"
# Waits for whoever is just closing the meeting.
HOLD_MEETING = "PERFORM 1 FROM board_meeting m WHERE m.id = {row}.meeting_id FOR SHARE;"


def while_open(name, operation, row="NEW"):
    """A trigger: the row of a closed meeting is neither added, changed nor deleted."""
    return pgtrigger.Trigger(
        name=name,
        operation=operation,
        when=pgtrigger.Before,
        func=f"""
        {HOLD_MEETING.format(row=row)}
        IF EXISTS ({IS_CLOSED.format(row=row)}) THEN {CLOSED} END IF;
        RETURN {row};
        """,
    )


@pghistory.track()
class AgendaItem(models.Model):
    """An item of an agenda, in the order of ``position``; presented by a post, or as the agenda writes it."""

    database_rights = "select, insert, update, delete"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=300)
    purpose = models.CharField(max_length=10, choices=Purpose.choices, default=Purpose.NOTE)
    presenter = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="agenda_items", null=True, blank=True)
    presenter_words = models.CharField("presenter, as written", max_length=200, blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["meeting", "position", "pk"]
        triggers = [
            while_open("while_open", pgtrigger.Insert | pgtrigger.Update),
            while_open("stays_when_closed", pgtrigger.Delete, row="OLD"),
            pgtrigger.Trigger(
                name="stays_in_meeting",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(old__meeting_id__df=pgtrigger.F("new__meeting_id")),
                func="RAISE EXCEPTION 'An item stays with its meeting' USING ERRCODE = 'check_violation';",
            ),
        ]
        constraints = [
            models.CheckConstraint(name="board_agendaitem_purpose_known", condition=Q(purpose__in=Purpose.values)),
            models.CheckConstraint(
                name="board_agendaitem_has_title",
                condition=Q(title__regex=r"\S"),
                violation_error_message="Say what the item is about.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"{reverse('board:meeting', args=[self.meeting_id])}#agenda"

    @property
    def presenter_shown(self):
        """Who presents it; hides a query unless ``presenter`` was selected with it."""
        return self.presenter_words or (self.presenter.title if self.presenter else "")


# A closed meeting takes only a row that takes another back, and one that stands in the place of what was taken back.
OF_OPEN_MEETING = pgtrigger.Trigger(
    name="of_open_meeting",
    operation=pgtrigger.Insert,
    when=pgtrigger.Before,
    func=pgtrigger.Func(
        f"""
    {HOLD_MEETING.format(row="NEW")}
    IF NEW.agenda_item_id IS NOT NULL AND NOT EXISTS (SELECT FROM board_agendaitem i
        WHERE i.id = NEW.agenda_item_id AND i.meeting_id = NEW.meeting_id) THEN
        RAISE EXCEPTION 'The item is of another meeting' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (SELECT FROM {{meta.db_table}} t
        JOIN {{meta.db_table}} v ON v.voids_id = t.id
        WHERE t.id = NEW.corrects_id AND t.meeting_id = NEW.meeting_id) THEN
        RAISE EXCEPTION 'Only what was taken back is corrected' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.voids_id IS NULL AND NEW.corrects_id IS NULL AND EXISTS ({IS_CLOSED.format(row="NEW")}) THEN
        {CLOSED}
    END IF;
    RETURN NEW;
    """  # noqa: S608 - names of our own tables
    ),
)


class OfMeeting(DatedRow):
    """What was laid before, said or decided at a meeting; never changed, only taken back and put right by later rows.

    ``corrects`` is the row, taken back, in whose place this one stands.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="%(class)ss")
    agenda_item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, related_name="%(class)ss", null=True, blank=True
    )
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="corrected_by", null=True, blank=True
    )
    author_title = models.CharField(max_length=200, blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        abstract = True
        triggers = [*DatedRow.Meta.triggers, voids_its_own("meeting_id"), OF_OPEN_MEETING]

    def get_absolute_url(self):
        return f"{reverse('board:meeting', args=[self.meeting_id])}#{self.section}"

    @property
    def is_taken_back(self):
        """Hides a query unless ``voided_by`` was selected with it."""
        return getattr(self, "voided_by", None) is not None


class PaperOrigin(models.TextChoices):
    UPLOADED = "uploaded", "Uploaded"
    MADE = "made", "Made by SEND Tracker"


@pghistory.track()
class Paper(OfMeeting):
    """A file laid before a meeting on ``effective_on``; only papers that are public are for families and Members."""

    section = "papers"

    title = models.CharField(max_length=200)
    is_public = models.BooleanField("public", default=False)
    origin = models.CharField(max_length=10, choices=PaperOrigin.choices, default=PaperOrigin.UPLOADED)
    file = models.FileField(upload_to="papers", blank=True, max_length=300)
    file_name = models.CharField(max_length=255, blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveBigIntegerField("size in bytes", null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta(OfMeeting.Meta):
        ordering = ["agenda_item__position", "title", "pk"]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("title", "board_paper_has_title", "Say what the paper is."),
            models.CheckConstraint(name="board_paper_origin_known", condition=Q(origin__in=PaperOrigin.values)),
            models.CheckConstraint(
                name="board_paper_has_file",
                condition=~Q(file="") & Q(sha256__regex="^[0-9a-f]{64}$") | Q(voids__isnull=False),
                violation_error_message="Choose the file of the paper.",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_late(self):
        """Laid after the day by which papers were due; hides a query unless ``meeting`` was selected with it."""
        return bool(self.meeting.papers_by) and self.effective_on > self.meeting.papers_by


@pghistory.track()
class Declaration(OfMeeting):
    """An interest that somebody declared, named by post or seat, in an item or in the meeting as a whole."""

    section = "declarations"

    who = models.CharField(max_length=200, blank=True)
    words = models.TextField()

    class Meta(OfMeeting.Meta):
        ordering = ["effective_on", "pk"]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("who", "board_declaration_says_whose", "Say whose interest it is, by post or seat."),
            has_words("words", "board_declaration_says_what", "Say what the interest is."),
        ]

    def __str__(self):
        return f"{self.who}: {self.words}"


@pghistory.track()
class Decision(OfMeeting):
    """What the body decided, in its words; ``effective_on`` is the day of the meeting."""

    section = "decisions"

    words = models.TextField()

    class Meta(OfMeeting.Meta):
        ordering = ["effective_on", "agenda_item__position", "pk"]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("words", "board_decision_says_what", "Say what was decided."),
        ]

    def __str__(self):
        return self.words


@pghistory.track()
class MeetingCorrection(DatedRow):
    """What the record of a closed meeting should say, beside what it says."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="corrections")
    words = models.TextField()
    author_title = models.CharField(max_length=200, blank=True)
    token = models.UUIDField(unique=True, null=True, blank=True)

    class Meta(DatedRow.Meta):
        ordering = ["recorded_at", "pk"]
        triggers = [*DatedRow.Meta.triggers, voids_its_own("meeting_id")]
        constraints = [
            *DatedRow.Meta.constraints,
            has_words("words", "board_meetingcorrection_says_what", "Say what the record should say."),
        ]

    def __str__(self):
        return self.words
