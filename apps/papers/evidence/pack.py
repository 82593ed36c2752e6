"""Writes the ZIP on disk, file by file, so that its size costs no memory."""

import re
import tempfile
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.template.loader import render_to_string
from django.utils import timezone

from apps.core.as_stood import standing_as_on
from apps.core.changes import Refused
from apps.core.harmless import as_csv
from apps.inspections.models import Finding
from apps.measures.figures import figure_words
from apps.measures.history import figure_of
from apps.papers.evidence import gather
from apps.papers.evidence.gather import ACTION_COLUMNS, Piece, action_line, plan_name
from apps.plans.legend import legend
from apps.plans.models.progress import newest_reports

PIECE = 1 << 20
MOST_FILES = 2_000
MOST_BYTES = 500_000_000
TOO_MANY = (
    "The evidence of this finding is {size:,} MB in {count:,} files; a pack holds up to {most_size:,} MB in {most:,}. "
    "Choose an earlier date, or ask for the files of single actions."
)
UNSAFE = re.compile(r"[^\w.\- ]+", re.ASCII)
# Names that Windows keeps for itself.
RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
LONGEST_NAME, LONGEST_ENDING = 80, 8
NOT_HELD = "Not held: a link to another place"
GONE = "Not held: the file is missing from the store"


def evidence_pack(finding, user, on):
    """An open temporary file, at its beginning; Refused where the evidence is too much for one pack."""
    with standing_as_on(on):
        return _made(Finding.objects.get(pk=finding.pk), user, on)


def _made(finding, user, on):
    evidence = gather.evidence_of(finding, user, on)
    _require_little(evidence)
    standings = gather.standings_of(finding, user, on)
    measures = gather.measures_of(finding, user, on)
    facts = gather.Facts(
        finding=finding,
        on=on,
        standings=standings,
        reports=newest_reports([standing.action for standing in standings], on),
        pieces=placed(evidence),
        decisions=gather.decisions_of(standings, on),
        measures=measures,
        values=gather.values_of(measures, on),
        evaluation=gather.evaluation_of(finding, user, on),
    )
    file = tempfile.TemporaryFile()  # noqa: SIM115 - handed on open; it is gone from the disk once it is closed
    try:
        _write(file, facts)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file


def _require_little(evidence):
    files = [row for row in evidence if row.file]
    size = sum(row.size or 0 for row in files)
    if len(files) > MOST_FILES or size > MOST_BYTES:
        words = {"most": MOST_FILES, "most_size": MOST_BYTES // 10**6}
        raise Refused(TOO_MANY.format(size=size // 10**6, count=len(files), **words), "as_at")


def placed(evidence):
    """Each piece with its place: a folder an action, the date of the evidence first in its name; none twice."""
    taken, pieces = set(), []
    for row in evidence:
        path = ""
        if row.file:
            folder = safe_name(row.action.reference)
            name = safe_name(row.file_name or row.title)
            path = _free(f"evidence/{folder}/{row.effective_on.isoformat()} {name}", taken)
        pieces.append(Piece(row, path))
    return pieces


def safe_name(text):
    """A name that every system can hold and that leads nowhere else."""
    name = UNSAFE.sub("_", text).strip(" .")
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending) > LONGEST_ENDING:
        stem, dot, ending = name, "", ""
    name = f"{stem[:LONGEST_NAME].strip(' .')}{dot}{ending}"
    return f"_{name}" if RESERVED.match(name) else name or "file"


def _free(path, taken):
    """The path, or the first with a number that is not taken; names differ by more than their capitals."""
    found, number = path, 1
    while found.casefold() in taken:
        number += 1
        stem, dot, ending = path.rpartition(".")
        found = f"{stem} ({number}){dot}{ending}" if dot else f"{path} ({number})"
    taken.add(found.casefold())
    return found


def _write(file, facts):
    words = legend(facts.on)
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        held = {piece: _copied(archive, piece, facts.on) for piece in facts.pieces if piece.path}
        rows = [_evidence_line(piece, held.get(piece, False)) for piece in facts.pieces]
        lines = [action_line(s, facts.reports.get(s.action_id), facts.on, words) for s in facts.standings]
        tables = {
            "index.csv": (EVIDENCE_COLUMNS, rows),
            "actions.csv": (ACTION_COLUMNS, lines),
            "decisions.csv": (DECISION_COLUMNS, [_decision_line(row) for row in facts.decisions]),
            "measures.csv": (MEASURE_COLUMNS, [_value_line(row) for row in facts.values]),
        }
        for name, (head, body) in tables.items():
            _put(archive, name, as_csv(head, body), facts.on)
        context = {"facts": facts, "rows": rows, "lines": lines, "made_at": timezone.now()}
        index = render_to_string("papers/evidence_index.html", context | {"columns": EVIDENCE_COLUMNS})
        _put(archive, "index.html", index.encode(), facts.on)


EVIDENCE_COLUMNS = (
    "Action",
    "Plan",
    "Evidence",
    "What it shows",
    "Date of the evidence",
    "Added on",
    "Where",
    "SHA-256",
)
DECISION_COLUMNS = ("Date", "Action", "Decision", "Reason", "By")
MEASURE_COLUMNS = ("Measure", "Period", "From", "To", "Value", "Unit", "Numerator", "Denominator", "In words", "Source",
                   "Recorded for")  # fmt: skip


def _copied(archive, piece, on):
    """Whether the file was there to copy; it goes over in portions."""
    try:
        source = piece.evidence.file.open("rb")
    except FileNotFoundError:
        return False
    with source, archive.open(_info(piece.path, on, ZIP_STORED), "w", force_zip64=True) as target:
        while portion := source.read(PIECE):
            target.write(portion)
    return True


def _put(archive, name, content, on):
    archive.writestr(_info(name, on, ZIP_DEFLATED), content)


def _info(name, on, kind):
    info = ZipInfo(name, (on.year, on.month, on.day, 0, 0, 0))
    info.compress_type = kind
    info.external_attr = 0o600 << 16
    return info


def _evidence_line(piece, is_held):
    row = piece.evidence
    where = piece.path if is_held else f"{NOT_HELD}: {row.link}" if row.link else GONE
    return [
        row.action.reference,
        plan_name(row.action.plan),
        row.title,
        row.get_shows_display(),
        row.effective_on.isoformat(),
        row.recorded_at.date().isoformat(),
        where,
        row.sha256 if is_held else "",
    ]


def _decision_line(row):
    day, action, words, reason, by = row
    return [day.isoformat(), action.reference, words, reason, by]


def _value_line(row):
    """One figure of one source; where its cases are too few, no number."""
    figure = figure_of(row)
    numbers = [figure.value, figure.numerator, figure.denominator]
    value, numerator, denominator = ("" if number is None else f"{number:f}" for number in numbers)
    return [
        row.measure.name,
        row.label,
        row.starts_on.isoformat(),
        row.ends_on.isoformat(),
        value,
        row.measure.get_unit_display(),
        numerator,
        denominator,
        figure_words(figure, row.measure.unit),
        figure.origin,
        row.effective_on.isoformat(),
    ]
