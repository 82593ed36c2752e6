"""What families say, for packs and reports: the one place where papers ask for it."""


def lenses(plan, on):
    """Where delivery, impact and lived experience disagree on a day: ``[{"title": …, "words": …}]``."""
    return []


def said_by_families(strands, since, until):
    """``{strand id: [sentences]}``: what parent-carer representatives said between two days, in their words."""
    return {}
