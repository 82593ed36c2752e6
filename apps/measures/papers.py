"""Figures taken by hand from reports and papers, each with its place in the paper and who is counted.

``fixtures/bury/observations.json`` has one entry a paper; an entry that is changed becomes a new source beside the old.
"""

import hashlib
import json
from calendar import monthrange
from datetime import date

from django.db import transaction

from apps.measures.cells import cell
from apps.measures.loading import add
from apps.measures.models import AreaLevel, Observation, Source, State

AREAS = {
    "Bury": {"area_code": "351", "area_name": "Bury", "area_level": AreaLevel.LOCAL_AUTHORITY},
    "North West": {"area_code": "E12000002", "area_name": "North West", "area_level": AreaLevel.REGIONAL},
    "England": {"area_code": "E92000001", "area_name": "England", "area_level": AreaLevel.NATIONAL},
}


@transaction.atomic
def load(path):
    """Load the papers that are not there yet; returns how many figures were added."""
    return sum(_paper(paper) for paper in json.loads(path.read_text(encoding="utf-8")))


def _paper(paper):
    written = json.dumps(paper, sort_keys=True, ensure_ascii=False).encode()
    fields = {name: value for name, value in paper["source"].items() if name != "published_on"}
    fields["published_on"] = date.fromisoformat(paper["source"]["published_on"])
    sha256 = hashlib.sha256(written).hexdigest()
    if Source.objects.filter(sha256=sha256).exists():
        return 0
    figures = [figure for table in paper["tables"] for figure in _table(table)]
    source = Source.objects.create(sha256=sha256, figure_count=len(figures), **fields)
    add(source, figures)
    return len(figures)


def _table(table):
    """The figures of one table: a line for each row, a column for each period."""
    for row in table["rows"]:
        for period, raw in zip(table["periods"], row["values"], strict=True):
            starts_on, ends_on = days(period["when"])
            in_words = row.get("in_words", False)
            state, value = (State.TEXT, None) if in_words else cell(raw)
            yield Observation(
                **AREAS[row.get("area", "Bury")],
                population=row.get("population", table["population"]),
                series=row.get("series") or table["series"],
                breakdown_topic=table.get("topic", "") if row.get("breakdown") else "",
                breakdown=row.get("breakdown", ""),
                period=period["label"],
                time_identifier=period["kind"],
                period_starts_on=starts_on,
                period_ends_on=ends_on,
                state=state,
                value=value,
                raw=raw,
                column=row.get("column") or table["column"],
                is_break="break" in period,
                break_note=period.get("break", ""),
            )


def days(when):
    """First and last day of "2019", "2019-01", "2019-01-17" or "2024-02-12/2024-02-16"."""
    if "/" in when:
        first, last = when.split("/")
        return date.fromisoformat(first), date.fromisoformat(last)
    parts = [int(part) for part in when.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(*parts, 1), date(*parts, monthrange(*parts)[1])
    return date(*parts), date(*parts)
