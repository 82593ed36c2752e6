"""Cases for tests, by the shortest way; nobody's name, and the same each time."""

from datetime import date, timedelta
from itertools import count

from apps.caseload.models import ActivePlan, Assessment, Child, Extract, NamedPlan, Request
from apps.caseload.standing import refresh

DAY = date(2025, 1, 16)
RECEIVED = date(2023, 3, 1)
numbers = count(1)


def before(days, day=DAY):
    return day - timedelta(days=days)


def an_extract(as_at=DAY, **fields):
    fields = {"return_year": 2025, "reference_on": as_at, "local_authority": "999", "digest": "0" * 64} | fields
    return Extract.objects.create(as_at=as_at, **fields)


def a_case(received_on=None, outcome="A", surname="TEST", key=None, **fields):
    """A request with its standing; ``received_on`` is 10 days before the day unless it is given."""
    number = next(numbers)
    child = Child.objects.create(
        key=f"C{number}", surname=surname, forename="Child", upn=f"Z{number:012}", birth_on=date(2015, 5, 6)
    )
    received_on = before(10) if received_on is None else received_on
    request = Request.objects.create(
        key=key or str(number), child=child, received_on=received_on, outcome=outcome, **fields
    )
    refresh([request])
    return request


def an_assessment(request, outcome="A", **fields):
    return Assessment.objects.create(key=str(next(numbers)), request=request, outcome=outcome, **fields)


def a_plan(request, starts_on, **fields):
    """The assessment with its plan, issued on a day."""
    return a_plan_of(an_assessment(request, "Y", outcome_on=starts_on), starts_on, **fields)


def an_active_plan(request, **fields):
    return ActivePlan.objects.create(key=str(next(numbers)), request=request, **fields)


# What figures read: records without standings, each made with what it hangs on.


def a_request(received_on=RECEIVED, outcome="Y", child=None, **fields):
    child = child or Child.objects.create(key=f"C{next(numbers)}", surname="TEST")
    return Request.objects.create(
        key=str(next(numbers)), child=child, received_on=received_on, outcome=outcome, **fields
    )


def assessed(request=None, outcome="Y", **fields):
    return an_assessment(request or a_request(), outcome, **fields)


def a_plan_of(assessment=None, starts_on=None, **fields):
    return NamedPlan.objects.create(
        key=str(next(numbers)), assessment=assessment or assessed(), starts_on=starts_on, **fields
    )


def a_plan_in_force(birth_on=None, sex="", transferred_from="", **fields):
    """When it was asked for does not matter for what is counted of it."""
    child = Child.objects.create(key=f"C{next(numbers)}", surname="TEST", birth_on=birth_on, sex=sex)
    return an_active_plan(a_request(received_on=None, child=child), transferred_from=transferred_from, **fields)
