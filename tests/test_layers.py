"""Foreign keys follow the order in which apps may import each other."""

from itertools import combinations

from django.apps import apps

ORDER = [
    "core",
    "accounts",
    "imports",
    "inspections",
    "caseload",
    "measures",
    "plans",
    "wsoa",
    "pip",
    "voice",
    "board",
    "dashboards",
]
SIDE_BY_SIDE = {frozenset(pair) for pair in combinations(("wsoa", "pip", "voice"), 2)}
SIDE_BY_SIDE |= {frozenset({"inspections", "caseload"})}


def test_foreign_keys_point_downwards():
    wrong = []
    for model in apps.get_models(include_auto_created=True):
        here = model._meta.app_label
        for field in model._meta.get_fields():
            if not (field.is_relation and field.concrete and field.related_model) or here not in ORDER:
                continue
            there = field.related_model._meta.app_label
            # Who is behind a row is the one thing that every layer may say.
            if there not in ORDER or field.related_model._meta.label == "accounts.Person":
                continue
            upwards = ORDER.index(there) > ORDER.index(here) or frozenset({here, there}) in SIDE_BY_SIDE
            if upwards:
                wrong.append(f"{model.__name__}.{field.name}")
    assert wrong == []
