"""Made-up returns of other councils: the same number gives the same set, and every boundary comes up.

Each record is right by itself (nothing is set aside); days, ages, outcomes, codes and gaps are drawn from the values at
which some definition turns. All names are placeholders.
"""

import csv
import io
from datetime import date, timedelta
from random import Random

from apps.caseload import codes
from apps.caseload.sen2.layout import HEADER, MODULES

CENSUS_DAYS = [date(2019, 1, 17), date(2020, 1, 16), date(2021, 1, 14), date(2024, 1, 18), date(2025, 1, 16)]
HEADINGS = {module.name: [column.name for column in module.all_columns] for module in MODULES}
TO_DECISION = [0, 1, 41, 42, 43, 60]
TO_NO_PLAN = [111, 112, 113]
TO_PLAN = [0, 42, 43, 112, 139, 140, 141, 142, 364, 365, 366, 367, 730]
TO_REVIEW = [0, 27, 28, 29, 90]
SPECIAL_DAYS = [(1, 1), (1, 31), (2, 28), (2, 29), (3, 1), (6, 30), (7, 31), (8, 31), (9, 1), (12, 30), (12, 31)]
PATHS = ("awaited", "refused", "undated_refusal", "overturned", "withdrawn", "historical", "undated_yes", "assessing")
PATHS += ("no_plan", "undated_no_plan", "assessment_withdrawn", "plan", "plan", "plan", "late_plan", "two_plans")
PATHS += ("not_received", "undated_plan", "ceased", "exported", "transferred_in", "active_alone")


def council(number, children=60):
    """``{module: [{column: text}]}`` of a council with so many children."""
    return _Council(number, children).tables


def files_of(tables):
    """The same as ``{module: (file name, bytes)}``."""
    headings = HEADINGS | {"sen2": list(HEADER)}
    return {name: (f"{name}.csv", _written(heading, tables[name])) for name, heading in headings.items()}


def _written(heading, rows):
    out = io.StringIO()
    writer = csv.DictWriter(out, heading, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


class _Council:
    def __init__(self, number, children):
        self.draw = Random(number)
        self.census_day = self.draw.choice(CENSUS_DAYS)
        self.as_at = self.census_day + timedelta(75)
        self.tables = {name: [] for name in HEADINGS}
        self.tables["sen2"] = [self._header(number)]
        for child in range(children):
            self._child(PATHS[child % len(PATHS)] if children > 1 else PATHS[number % len(PATHS)])
        for name, heading in HEADINGS.items():
            self.tables[name] = [{column: row.get(column, "") for column in heading} for row in self.tables[name]]

    def _header(self, number):
        return {
            "collection": "SEN2 (synthetic)",
            "year": str(self.census_day.year),
            "referencedate": self.census_day.isoformat(),
            "lea": str(800 + number % 100),
            "datetime": f"{self.as_at}T09:00:00",
        }

    def _add(self, name, **values):
        """A row with the next id; returns the id."""
        key = str(len(self.tables[name]) + 1)
        self.tables[name].append({HEADINGS[name][0]: key} | {column: str(value) for column, value in values.items()})
        return key

    def _maybe(self, value, absent=""):
        return value if self.draw.random() < 0.8 else absent

    def _flag(self):
        return self.draw.choice("0001")

    def _received(self, room):
        """A day on which a request came in, ``room`` days or more before the extract."""
        last = self.as_at - timedelta(room)
        month, on = self.draw.choice(SPECIAL_DAYS)
        year = self.draw.choice([last.year - n for n in (0, 1, 1, 2, 3)])
        found = _real(year, month, on)
        # Days before which, or on which, a count of open cases turns.
        turning = [self.census_day - timedelta(n) for n in (0, 41, 42, 43, 139, 140, 141)]
        turning += [date(self.census_day.year - 1, 12, 31) - timedelta(n) for n in (0, 42, 43, 140, 141)]
        found = self.draw.choice([found, *turning[self.draw.randrange(len(turning)) :][:1]])
        return min(found, last)

    def _born(self):
        age_day = date(self.census_day.year - 1, 8, 31)
        on = self.draw.choice([self.census_day, age_day, date(2024, 2, 29), date(2023, 12, 31)])
        born = on + timedelta(self.draw.choice([-1, 0, 0, 1]))
        return _real(self.census_day.year - self.draw.choice(range(1, 25)), born.month, born.day)

    def _child(self, path):
        person = self._add(
            "person",
            surname=f"TEST{len(self.tables['person']):05}",
            personbirthdate=self._maybe(self._born()),
            sex=self.draw.choice(["F", "M", "M", ""]),
            upnunknown=self.draw.choice(["", *codes.UpnUnknown.values]),
        )
        if self.draw.random() < 0.2:
            self._request(person, self._received(60), "N", 42)
        getattr(self, f"_{path}")(person)

    def _request(self, person, received, outcome, decided_after=None, **values):
        values = {
            "requestsource": self.draw.choice(codes.RequestSource.values),
            "rya": self._flag(),
            "requestmediation": self._flag(),
            "requesttribunal": self._flag(),
        } | values
        decided = "" if decided_after is None or received == "" else received + timedelta(decided_after)
        return self._add(
            "requests",
            persontableid=person,
            receiveddate=received,
            requestoutcome=outcome,
            requestoutcomedate=decided,
            **values,
        )

    def _assessment(self, request, outcome, on=""):
        names = ("assessmentmediation", "assessmenttribunal", "othermediation", "othertribunal", "week20")
        flags = {name: self._flag() for name in names}
        return self._add(
            "assessment", requeststableid=request, assessmentoutcome=outcome, assessmentoutcomedate=on, **flags
        )

    def _named(self, assessment, starts, ceased="", reason=""):
        plan = self._add(
            "namedplan",
            assessmenttableid=assessment,
            startdate=starts,
            planres=self.draw.choice(["", "A", "B"]),
            pb=self._flag(),
            oa=self._flag(),
            ceasedate=ceased,
            ceasereason=reason,
        )
        self._add("plandetail", namedplantableid=plan, **self._place())

    def _place(self):
        place = self.draw.choice([{"urn": "990001"}, {"ukprn": "19990001"}, {}])
        place = place or {"sensetting": self.draw.choice(codes.Setting.values)}
        return place | {"placementrank": "1", "senunitindicator": self._flag()}

    def _active(self, request, transferred=""):
        met = self.draw.choice(
            [
                "",
                date(self.census_day.year - 1, 1, 1),
                date(self.census_day.year - 1, 12, 31),
                date(self.census_day.year - 2, 12, 31),
                self.census_day,
                _real(self.census_day.year - 1, 2, 29),
            ]
        )
        decided = self._maybe(min(met + timedelta(self.draw.choice(TO_REVIEW)), self.as_at)) if met else ""
        active = self._add(
            "activeplans", requeststableid=request, transferla=transferred, reviewmeeting=met, lastreview=decided
        )
        self._add("placementdetail", activeplanstableid=active, res=self.draw.choice(["", "A", "B"]), **self._place())
        for rank in self.draw.choice([(), (1,), (1, 2), (2, 1), (2,)]):
            self._add(
                "senneed", activeplanstableid=active, sentype=self.draw.choice(codes.NeedType.values), sentyperank=rank
            )

    # What may become of a request.

    def _awaited(self, person):
        self._request(person, self._received(0), "A")

    def _refused(self, person):
        self._request(person, self._received(60), "N", self.draw.choice(TO_DECISION))

    def _undated_refusal(self, person):
        self._request(person, self._received(0), "N")

    def _overturned(self, person):
        request = self._request(person, self._received(730), "N", self._maybe(42, None), requesttribunal="1")
        assessment = self._assessment(request, self.draw.choice("YA"))
        if self.tables["assessment"][-1]["assessmentoutcome"] == "Y":
            received = date.fromisoformat(self.tables["requests"][-1]["receiveddate"])
            self._named(assessment, received + timedelta(self.draw.choice(TO_PLAN)))

    def _withdrawn(self, person):
        self._request(person, self._received(0), "W")

    def _historical(self, person):
        request = self._request(person, "", "H")
        assessment = self._assessment(request, "H")
        self._named(assessment, _real(self.census_day.year - 5, 2, 29))
        self._active(request)

    def _undated_yes(self, person):
        self._request(person, self._received(0), "Y")

    def _assessing(self, person):
        request = self._request(person, self._received(60), "Y", self.draw.choice(TO_DECISION))
        self._assessment(request, "A")

    def _no_plan(self, person):
        received = self._received(120)
        request = self._request(person, received, "Y", 42)
        self._assessment(request, "N", received + timedelta(self.draw.choice(TO_NO_PLAN)))

    def _undated_no_plan(self, person):
        self._assessment(self._request(person, self._received(60), "Y", 42), "N")

    def _assessment_withdrawn(self, person):
        self._assessment(self._request(person, self._received(60), "Y", 42), "W")

    def _issued(self, person, days, outcome="Y"):
        """A plan issued so many days after the request; returns the ids of request and assessment, and the day."""
        received = self._received(max(days, 60))
        request = self._request(person, received, "Y", min(days, self.draw.choice(TO_DECISION)))
        starts = received + timedelta(days)
        # The plan's own date counts where the two differ.
        told = self.draw.choice([starts, starts, starts + timedelta(1) if starts < self.as_at else starts, ""])
        return request, self._assessment(request, outcome, told), starts

    def _plan(self, person):
        request, assessment, starts = self._issued(person, self.draw.choice(TO_PLAN[:10]))
        self._named(assessment, starts)
        self._active(request)

    def _late_plan(self, person):
        request, assessment, starts = self._issued(person, self.draw.choice(TO_PLAN[8:]))
        self._named(assessment, starts)
        self._active(request)

    def _two_plans(self, person):
        """One that ceased and was issued again, on the same day or later; perhaps both at once."""
        request, assessment, starts = self._issued(person, 140)
        later = min(starts + timedelta(self.draw.choice([0, 1, 225])), self.as_at)
        self._named(assessment, starts, self._maybe(later), "9")
        self._named(assessment, later)
        self._active(request)

    def _not_received(self, person):
        request = self._request(person, "", "Y")
        self._named(self._assessment(request, "Y"), self.census_day)
        self._active(request)

    def _undated_plan(self, person):
        request, assessment, _ = self._issued(person, 140)
        self._named(assessment, "")
        self._active(request)

    def _ceased(self, person):
        _, assessment, starts = self._issued(person, self.draw.choice(TO_PLAN))
        ceased = self.draw.choice([starts, date(starts.year, 12, 31), date(starts.year + 1, 1, 1)])
        self._named(assessment, starts, ceased, self.draw.choice(codes.CeaseReason.values))

    def _exported(self, person):
        self._request(person, self._received(60), "Y", 42, exported=self.draw.choice(["1", "0", "Y"]))

    def _transferred_in(self, person):
        request = self._request(person, self._received(0), "H")
        self._named(self._assessment(request, "H"), self.census_day - timedelta(400))
        self._active(request, transferred="352")

    def _active_alone(self, person):
        """An active plan of which neither assessment nor plan is named."""
        self._active(self._request(person, "", "H"))


def _real(year, month, on):
    """The day, or the last one of its month."""
    while True:
        try:
            return date(year, month, on)
        except ValueError:
            on -= 1
