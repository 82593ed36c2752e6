"""Measures and what belongs to them, for tests."""

from datetime import date
from decimal import Decimal
from itertools import count

from apps.measures.models import Baseline, ExpectedDip, Measure, MeasureFinding, Target, Value
from apps.measures.pictures import pictures
from apps.measures.services import period_of

numbers = count(1)


def a_measure(slug=None, finding=None, is_headline=True, note="", **fields):
    slug = slug or f"measure-{next(numbers)}"
    fields = {
        "name": slug.replace("-", " ").capitalize(),
        "definition": "What is counted.",
        "unit": "percent",
        "good_direction": "up",
        "kind": "manual",
        "subject": "conduct",
        "numerator": "those in time",
        "denominator": "all of them",
    } | fields
    measure = Measure.objects.create(slug=slug, **fields)
    if finding:
        MeasureFinding.objects.create(measure=measure, finding=finding, is_headline=is_headline, note=note)
    return measure


def a_value(measure, starts_on, ends_on, value=None, part=None, whole=None, on=None, **fields):
    """A figure; with ``extract_key`` one of the case records."""
    grain, label = period_of(starts_on, ends_on)
    if part is not None and value is None:
        value = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"))
    if "extract_key" not in fields:
        fields.setdefault("source", "Contract report")
    return Value.objects.create(
        measure=measure,
        effective_on=on or ends_on,
        grain=grain,
        label=label,
        starts_on=starts_on,
        ends_on=ends_on,
        value=value,
        numerator=part,
        denominator=whole,
        **fields,
    )


def of_year(measure, year, value=None, **fields):
    return a_value(measure, date(year, 1, 1), date(year, 12, 31), value, **fields)


def a_target(measure, value, on=date(2020, 1, 1), **fields):
    return Target.objects.create(measure=measure, value=value, effective_on=on, **({"reason": "As agreed."} | fields))


def a_start(measure, **fields):
    fields = {"effective_on": date(2024, 2, 16), "source": "Report, 7 May 2024"} | fields
    return Baseline.objects.create(measure=measure, **fields)


def a_dip(measure, starts_on, until, on, words="New staff are being trained."):
    return ExpectedDip.objects.create(measure=measure, starts_on=starts_on, until=until, effective_on=on, words=words)


def picture(measure, user, on):
    (found,) = pictures(Measure.objects.filter(pk=measure.pk), user, on)
    return found
