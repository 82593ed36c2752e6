"""Cases of live mode for tests, made by the services as people make them."""

from datetime import timedelta

from apps.caseload import live, models
from apps.core.dates import today


def ago(days):
    return today() - timedelta(days=days)


def typed(day):
    return f"{day.day}/{day.month}/{day.year}"


PERSON = {"surname": "TEST", "forename": "Child", "birth_on": ago(3000), "sex": "F", "upn": "Z000000000001"}


def made(received_on, **fields):
    return live.add_request(received_on=received_on, source="1", recorded_on=today(), **(fields or PERSON))


def version(case):
    return models.Case.objects.filter(request=case).values_list("version", flat=True).first() or 0


def decided(case, outcome="Y", days=20):
    return live.decide(request=case, version=version(case), outcome=outcome, outcome_on=ago(days), recorded_on=today())


def issued(case, days=10, **fields):
    fields = {"request": case, "version": version(case), "recorded_on": today(), "urn": "990001"} | fields
    return live.issue_plan(starts_on=ago(days), need="ASD", **fields)
