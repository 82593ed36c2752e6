"""People, the organisations they work for, the posts they hold and the roles they act in."""

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower


class Role(models.TextChoices):
    """What a membership lets a person do; the words are those of the council."""

    ADMINISTRATOR = "administrator", "Administrator"
    PROGRAMME_MANAGER = "programme_manager", "Programme manager"
    OFFICER = "officer", "Officer"
    EHC_CASEWORKER = "ehc_caseworker", "EHC caseworker"
    EHC_MANAGER = "ehc_manager", "EHC manager"
    DATA_OFFICER = "data_officer", "Data officer"
    BOARD_MEMBER = "board_member", "Board member"
    PARENT_REPRESENTATIVE = "parent_representative", "Parent representative"
    ADVISER = "adviser", "Adviser (DfE or NHS England)"
    SCRUTINY_MEMBER = "scrutiny_member", "Scrutiny member"


OFFICERS = frozenset(
    {
        Role.ADMINISTRATOR,
        Role.PROGRAMME_MANAGER,
        Role.OFFICER,
        Role.EHC_CASEWORKER,
        Role.EHC_MANAGER,
        Role.DATA_OFFICER,
    }
)
MANAGERS = frozenset({Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER})


class OrganisationKind(models.TextChoices):
    COUNCIL = "council", "Council"
    HEALTH = "health", "NHS"
    PARENT_CARER_FORUM = "parent_carer_forum", "Parent carer forum"
    EDUCATION = "education", "School, college or setting"
    GOVERNMENT = "government", "Government department"
    PARTNERSHIP = "partnership", "Partnership"
    OTHER = "other", "Other"


@pghistory.track()
class Organisation(models.Model):
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=OrganisationKind.choices)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="accounts_organisation_name_once",
                violation_error_message="There is already an organisation with this name.",
            ),
            models.CheckConstraint(
                name="accounts_organisation_kind_known", condition=Q(kind__in=OrganisationKind.values)
            ),
        ]

    def __str__(self):
        return self.name


class PersonManager(BaseUserManager):
    """Makes people and finds them by e-mail address, whatever its capitals."""

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)

    def create_user(self, email, name, password=None):
        person = self.model(email=self.normalize_email(email).lower(), name=name)
        person.set_password(password)
        person.save(using=self._db)
        return person


@pghistory.track(exclude=["password", "last_login"])
class Person(AbstractBaseUser):
    """Someone who can sign in; what they may do comes from the membership they act in."""

    email = models.EmailField("e-mail address", max_length=254, unique=True)
    name = models.CharField("name or job title", max_length=200)
    is_active = models.BooleanField("can sign in", default=True)
    is_demonstration = models.BooleanField(default=False)
    wants_digest = models.BooleanField("weekly e-mail", default=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = PersonManager()

    class Meta:
        ordering = ["name", "email"]
        verbose_name_plural = "people"
        constraints = [
            models.CheckConstraint(
                name="accounts_person_email_lower",
                condition=Q(email=Lower("email")),
                violation_error_message="Write the e-mail address in small letters.",
            ),
        ]

    # The membership that the person acts in during this request; set by ActingMiddleware.
    acting = None

    def __str__(self):
        return self.name

    @property
    def role(self):
        """The role acted in, or None: a person without a membership may do nothing."""
        return self.acting.role if self.acting else None

    def act_as(self, membership):
        """Take up one of this person's memberships; raises ValueError for somebody else's."""
        if membership is not None and membership.person_id != self.pk:
            raise ValueError("A person acts only in a membership of their own")
        self.acting = membership
        return self

    # The administration pages of Django ask these; only an administrator enters them.
    @property
    def is_staff(self):
        return self.role == Role.ADMINISTRATOR

    @property
    def is_superuser(self):
        return self.is_staff

    def has_perm(self, perm, obj=None):
        return self.is_active and self.is_staff

    def has_perms(self, perms, obj=None):
        return self.has_perm(None)

    def has_module_perms(self, app_label):
        return self.has_perm(None)


class MembershipQuerySet(models.QuerySet):
    def current(self, on):
        """Memberships that hold on a date."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on)

    def later(self, on):
        """Memberships that begin after a date, the next one first."""
        return self.filter(starts_on__gt=on).order_by("starts_on", "pk")


@pghistory.track()
class Membership(models.Model):
    """A person's role in an organisation, from a date, until a date (both included)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=30, choices=Role.choices)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    starts_on = models.DateField("from")
    ends_on = models.DateField("until", null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["person", "role"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role", "organisation"],
                condition=Q(ends_on__isnull=True),
                name="accounts_membership_once_at_a_time",
                violation_error_message="This person already has this role in this organisation.",
            ),
            models.CheckConstraint(name="accounts_membership_role_known", condition=Q(role__in=Role.values)),
            models.CheckConstraint(
                name="accounts_membership_ends_after_start",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message="The membership cannot end before it starts.",
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()}, {self.organisation}"


@pghistory.track()
class Post(models.Model):
    """A job title in an organisation: what leads and accountable officers are, whoever holds it at the moment."""

    edited_in_place = ("title", "holder")

    title = models.CharField("job title", max_length=200)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="posts")
    holder = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="posts", null=True, blank=True, help_text="Who holds it now."
    )
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(
                Lower("title"),
                "organisation",
                name="accounts_post_title_once",
                violation_error_message="This organisation already has a post with this title.",
            ),
        ]

    def __str__(self):
        return self.title
