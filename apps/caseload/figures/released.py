"""The counts of children from which releases are made: plans on census day, requests and ceased plans of a year.

Each is one query that gives the number of records for each combination of its subjects; a value that is not recorded
is an empty text. Ages are completed years on a day, as bands of ``BANDS``.
"""

from apps.caseload.figures.census import BANDS, OLDER, age_day_before
from apps.caseload.figures.counting import query, read, span

BAND = "CASE {} ELSE '{}' END".format(
    " ".join(
        f"WHEN child.birth_on IS NULL THEN '' WHEN extract(year FROM age(greatest(%(age_day)s, child.birth_on),"
        f" child.birth_on)) <= {high} THEN '{name}'"
        for name, _, high in BANDS
    ),
    OLDER,
)

SETTING = """
               WHEN place.urn <> '' AND place.is_sen_unit THEN 'unit'
               WHEN place.urn <> '' AND place.is_resourced_provision THEN 'resourced'
               WHEN place.urn <> '' THEN 'school'
               WHEN place.ukprn <> '' THEN 'provider'
               ELSE coalesce(place.setting, '')
"""

_PLANS = query(
    f"""
    SELECT {BAND} AS age, coalesce(need.type, '') AS need, child.sex AS sex,
           CASE {SETTING} END AS setting,
           CASE
               WHEN place.urn <> '' AND school.urn IS NULL THEN 'unregistered'
               WHEN school.is_independent AND school.authority = %(area)s THEN 'independent'
               WHEN school.is_independent THEN 'independent_away'
               WHEN school.authority <> %(area)s THEN 'school_away'
               {SETTING}
           END AS place,
           count(*) AS number
      FROM caseload_activeplan AS active
      JOIN caseload_request AS request ON request.id = active.request_id
      JOIN caseload_child AS child ON child.id = request.child_id
      LEFT JOIN caseload_need AS need ON need.active_plan_id = active.id AND need.rank = 1 AND {{need_stands}}
      LEFT JOIN LATERAL (
          SELECT urn, ukprn, setting, is_sen_unit, is_resourced_provision
            FROM caseload_placement AS placement
           WHERE placement.active_plan_id = active.id AND placement.rank = 1 AND {{placement_stands}}
           ORDER BY (left_on IS NULL OR left_on > %(on)s) DESC, entered_on DESC NULLS LAST, placement.id
           LIMIT 1
      ) AS place ON true
      LEFT JOIN caseload_school AS school ON school.register_id = %(register)s AND school.urn = place.urn
     WHERE {{active_stands}}
     GROUP BY 1, 2, 3, 4, 5
    """,  # noqa: S608 - names and numbers of our own bands
    "need",
    "placement",
    "active",
)

_REQUESTS = query(
    """
    SELECT request.source, request.outcome, child.sex AS sex, count(*) AS number
      FROM caseload_request AS request
      JOIN caseload_child AS child ON child.id = request.child_id
     WHERE received_on >= %(first)s AND received_on < %(after)s AND outcome <> 'H' AND {request_stands}
     GROUP BY 1, 2, 3
    """,
    "request",
)

_CEASED = query(
    """
    SELECT plan.cease_reason AS reason, child.sex AS sex, count(*) AS number
      FROM caseload_namedplan AS plan
      JOIN caseload_assessment AS assessment ON assessment.id = plan.assessment_id
      JOIN caseload_request AS request ON request.id = assessment.request_id
      JOIN caseload_child AS child ON child.id = request.child_id
     WHERE ceased_on >= %(first)s AND ceased_on < %(after)s AND {plan_stands}
     GROUP BY 1, 2
    """,
    "plan",
)


def plans_in_force(on, register=None, area=""):
    """Rows with ``age`` (on the 31 August before), ``need``, ``sex``, ``setting``, ``place`` and ``number``.

    ``place`` is the setting as a register of schools tells it apart for the council with the LA number ``area``.
    """
    return read(_PLANS, on=on, age_day=age_day_before(on), register=register and register.pk, area=area)


def requests_of(year):
    """Rows with ``source``, ``outcome``, ``sex`` and ``number``; historical requests are left out."""
    return read(_REQUESTS, **span([year]))


def ceased_in(year):
    """Rows with ``reason``, ``sex`` and ``number``."""
    return read(_CEASED, **span([year]))
