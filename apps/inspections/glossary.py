"""What abbreviations mean, for pages that explain them where they stand."""

from apps.accounts.models import Role
from apps.core.words import Explainer
from apps.inspections.models import GlossaryEntry

# Those who do not work with the abbreviations every day.
READ_EXPLAINED = frozenset({Role.PARENT_REPRESENTATIVE, Role.SCRUTINY_MEMBER})


def explainer_for(user):
    """Explains abbreviations to families and scrutiny members, and leaves texts alone for others; at most one query."""
    if user.role not in READ_EXPLAINED:
        return Explainer({})
    known = GlossaryEntry.objects.exclude(expansion="")
    return Explainer(dict(known.values_list("abbreviation", "expansion")))
