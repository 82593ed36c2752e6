"""What abbreviations mean, for pages that explain them where they stand."""

from django.db.models import Q
from django.db.models.functions import Lower

from apps.accounts.models import Role
from apps.core.words import Explainer
from apps.inspections.models import GlossaryEntry

# Those who do not work with the abbreviations every day.
READ_EXPLAINED = frozenset({Role.PARENT_REPRESENTATIVE, Role.SCRUTINY_MEMBER})

# Words of those who work with data and returns: families are shown them only when they look for one.
TECHNICAL = frozenset(
    {
        "COLLECT",
        "DPIA",
        "EES",
        "GAPS2",
        "LAIT",
        "NIEC",
        "NIEO",
        "NSA",
        "OGL",
        "OLA",
        "OPA",
        "RYA",
        "SEN2",
        "SSD",
        "UKPRN",
        "ULN",
        "UPN",
        "URN",
        "WBP",
        "WCAG",
        "XSD",
    }
)


def entries_for(user, words):
    """``(entries, whether some are left out)``: those that hold the words, else all that this reader needs."""
    entries = GlossaryEntry.objects.order_by(Lower("abbreviation"))
    if words:
        named = Q(abbreviation__icontains=words) | Q(expansion__icontains=words)
        return entries.filter(named | Q(plain_meaning__icontains=words)), False
    if user.role not in READ_EXPLAINED:
        return entries, False
    return entries.exclude(abbreviation__in=TECHNICAL), True


def explainer_for(user):
    """Explains abbreviations to families and scrutiny members, and leaves texts alone for others; at most one query."""
    if user.role not in READ_EXPLAINED:
        return Explainer({})
    known = GlossaryEntry.objects.exclude(expansion="")
    return Explainer(dict(known.values_list("abbreviation", "expansion")))
