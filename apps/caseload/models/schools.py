"""Registers of schools: which kind a school is of and in whose area it lies, which case records do not say.

Each load of DfE's register is kept whole and never changed; the newest one counts. Made-up records are told apart by a
made-up register, real ones never.
"""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from apps.core.history import tracked_by_statement


class SchoolRegisterQuerySet(models.QuerySet):
    def newest(self, is_synthetic):
        """The register by which records are told apart; None where there is none."""
        return self.filter(is_synthetic=is_synthetic).order_by("-as_at", "-pk").first()


@tracked_by_statement()
class SchoolRegister(models.Model):
    """One file of the register of schools; ``as_at`` is the day of the download. The same bytes are taken once."""

    database_rights = "select, insert"

    as_at = models.DateField("register as at")
    name = models.CharField("name of the file", max_length=255)
    sha256 = models.CharField("fingerprint of its bytes (SHA-256)", max_length=64, unique=True)
    is_synthetic = models.BooleanField(default=False)
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = SchoolRegisterQuerySet.as_manager()

    class Meta:
        ordering = ["-as_at", "-pk"]
        verbose_name = "register of schools"
        verbose_name_plural = "registers of schools"

    def __str__(self):
        return f"Register of schools as at {self.as_at:%-d %B %Y}"


@tracked_by_statement()
class School(models.Model):
    """A school as the register has it; ``authority`` is the three digits of the council in whose area it lies."""

    database_rights = "select, insert"

    register = models.ForeignKey(SchoolRegister, on_delete=models.PROTECT, related_name="schools")
    urn = models.CharField("school number (URN)", max_length=6)
    name = models.CharField(max_length=200)
    kind = models.CharField("type, as the register names it", max_length=100)
    is_independent = models.BooleanField("in the register's group of independent schools")
    authority = models.CharField("LA number", max_length=3)

    class Meta:
        ordering = ["register", "urn"]
        constraints = [
            models.UniqueConstraint(fields=["register", "urn"], name="caseload_school_once_in_a_register"),
            models.CheckConstraint(name="caseload_school_urn_is_a_number", condition=Q(urn__regex=r"^[0-9]{5,6}$")),
            models.CheckConstraint(name="caseload_school_authority_known", condition=Q(authority__regex=r"^[0-9]{3}$")),
        ]

    def __str__(self):
        return f"{self.urn} {self.name}"
