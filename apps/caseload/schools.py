"""Reads DfE's register of schools: the CSV file of all establishments of "Get Information about Schools".

A place is at an independent school where the register has the school in its group "Independent schools", and out of the
borough where the register has it in the area of another council.
"""

import csv
import hashlib
import io

from django.db import transaction

from apps.caseload.models import School, SchoolRegister

URN, NAME, KIND, GROUP = "urn", "establishmentname", "typeofestablishment (name)", "establishmenttypegroup (name)"
AUTHORITY = "la (code)"
COLUMNS = {
    URN: "URN",
    NAME: "EstablishmentName",
    KIND: "TypeOfEstablishment (name)",
    GROUP: "EstablishmentTypeGroup (name)",
    AUTHORITY: "LA (code)",
}
INDEPENDENT = "independent schools"
MOST_PROBLEMS = 20


class Unreadable(Exception):
    """The file is not a register of schools; the message says where and why."""


def load(content, *, name, as_at, is_synthetic=False):
    """Keep a register; returns it and how many schools were added, 0 where these bytes are there already."""
    sha256 = hashlib.sha256(content).hexdigest()
    known = SchoolRegister.objects.filter(sha256=sha256).first()
    if known:
        return known, 0
    schools = read(content)
    with transaction.atomic():
        register = SchoolRegister.objects.create(as_at=as_at, name=name[:255], sha256=sha256, is_synthetic=is_synthetic)
        for school in schools:
            school.register = register
        School.objects.bulk_create(schools, batch_size=5000)
    return register, len(schools)


def read(content):
    """The schools of a file. Raises Unreadable with all that is wrong with it, the first lines of many."""
    rows = csv.reader(io.StringIO(_text(content), newline=""), strict=True)
    try:
        places = _places(next(rows, []))
        found, problems, lines = [], [], {}
        for cells in rows:
            if any(cells):
                _read_row(rows.line_num, cells, places, found, problems, lines)
    except csv.Error as error:
        raise Unreadable(f"Line {rows.line_num}: this is no CSV file ({error}).") from error
    if not found and not problems:
        problems = ["There is no school in the file."]
    if problems:
        more = f" And {len(problems) - MOST_PROBLEMS} more." if len(problems) > MOST_PROBLEMS else ""
        raise Unreadable(" ".join(problems[:MOST_PROBLEMS]) + more)
    return found


def _text(content):
    """The register comes in Windows' signs; what was saved anew may be in UTF-8."""
    if b"\0" in content:
        raise Unreadable("This is no CSV file: it holds bytes that no text has.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _places(headings):
    """``{heading: place}`` of the columns that are read, whatever their capitals."""
    there = {heading.strip().casefold(): place for place, heading in enumerate(headings)}
    missing = [written for heading, written in COLUMNS.items() if heading not in there]
    if missing:
        raise Unreadable(f"The first line lacks the columns {', '.join(missing)}.")
    return {heading: there[heading] for heading in COLUMNS}


def _read_row(line, cells, places, found, problems, lines):
    if len(cells) <= max(places.values()):
        problems.append(f"Line {line} has only {len(cells)} cells.")
        return
    said = {heading: cells[place].strip() for heading, place in places.items()}
    urn, authority = said[URN], said[AUTHORITY].zfill(3)
    if not (urn.isascii() and urn.isdigit() and len(urn) in (5, 6)):
        problems.append(f"Line {line}: “{urn[:20]}” is no URN; it has 5 or 6 digits.")
    elif not (authority.isascii() and authority.isdigit() and len(authority) == 3):
        problems.append(f"Line {line}: “{authority[:20]}” is no LA code; it has 3 digits.")
    elif urn in lines:
        problems.append(f"Line {line}: URN {urn} is in line {lines[urn]} already.")
    else:
        lines[urn] = line
        is_independent = said[GROUP].casefold() == INDEPENDENT
        name, kind = said[NAME][:200], said[KIND][:100]
        found.append(School(urn=urn, name=name, kind=kind, is_independent=is_independent, authority=authority))
