"""How the installation keeps its cases, and the day that the clock calls today.

In extract mode the case system is the record: only a load changes the case fields, and the clock stands at the day up
to which the newest extract speaks. In live mode cases are kept here, and the clock's today is today.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.conf import settings

from apps.caseload.models import Extract
from apps.core.dates import long_date, today

NEWEST = ("pk", "as_at", "is_synthetic", "set_aside_count")


class Mode(StrEnum):
    EXTRACT = "extract"
    LIVE = "live"


@dataclass(frozen=True)
class Clock:
    """The mode, the clock's today, and the newest extract: its id (None before the first load), whether it is
    synthetic, and how many of its records were set aside."""

    mode: Mode
    day: date
    extract_id: int | None
    is_synthetic: bool
    set_aside: int

    @property
    def is_live(self):
        return self.mode == Mode.LIVE

    @property
    def words(self):
        """What every page of the caseload says of its day."""
        if self.is_live:
            return f"Live records. The clock's today is {long_date(self.day)}."
        if self.extract_id is None:
            return "No extract has been loaded yet."
        return f"Records as at {long_date(self.day)}. The clock's today is that day."


def mode():
    return Mode(settings.CASELOAD_MODE)


def clock():
    """The clock as it stands now; one query. Before the first load of extract mode its day is today."""
    newest = Extract.objects.order_by("-as_at", "-pk").values_list(*NEWEST).first()
    extract_id, as_at, is_synthetic, set_aside = newest or (None, None, False, 0)
    day = today() if mode() == Mode.LIVE or as_at is None else as_at
    return Clock(mode(), day, extract_id, is_synthetic, set_aside)


def clock_day():
    """The clock's today: that of the newest extract, or in live mode today."""
    return clock().day


def can_edit_records():
    """Whether the fields of the SEN2 records are changed here; in extract mode they are corrected at source."""
    return mode() == Mode.LIVE
