"""Takes files of published figures into the database, each once."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from apps.measures import dfe, tribunals
from apps.measures.cells import ReadError
from apps.measures.models import Observation, Source

BATCH = 5000
ABOUT = "sources.json"
OGL = "Open Government Licence v3.0"


@dataclass
class Loaded:
    """What became of one file."""

    name: str
    title: str
    added: int = 0
    states: dict = field(default_factory=dict)
    left_out: list = field(default_factory=list)


def files_in(path):
    """The CSV files of a folder in the order of their names, or the one file given; raises where there is none."""
    files = sorted(path.glob("*.csv")) if path.is_dir() else [path] if path.is_file() else []
    if not files:
        raise ReadError(f"{path}: there is no CSV file here.")
    return files


@transaction.atomic
def load(path, *, areas=(), **release):
    """Load a file or a folder, all or nothing; returns what became of each file.

    ``areas`` keeps only figures of these area codes. ``release`` (``release``, ``published_on``) says more about the
    source than its bytes do; what a ``sources.json`` beside the files says is used where nothing is given.
    """
    return [load_file(file, areas=set(areas), **release) for file in files_in(path)]


def load_file(file, *, areas, **release):
    """Load one file; of bytes that are known already, only areas that were left out then."""
    content = file.read_bytes()
    reader = tribunals if tribunals.is_tribunal_table(content) else dfe
    published = reader.read(file.name, content)
    about = described(file) | {name: value for name, value in release.items() if value}
    fields = {"publisher": published.publisher, "title": published.title, "licence": OGL} | about
    source, _ = Source.objects.get_or_create(sha256=hashlib.sha256(content).hexdigest(), defaults=fields)
    figures = wanted(published.figures, areas, source)
    add(source, figures)
    return Loaded(file.name, published.title, len(figures), counted(figures), published.left_out)


def described(file):
    """What the ``sources.json`` beside a file says about it."""
    about = file.with_name(ABOUT)
    if not about.exists():
        return {}
    data = json.loads(about.read_text(encoding="utf-8"))
    fields = data["all"] | data["files"].get(file.name, {})
    if fields.get("published_on"):
        fields["published_on"] = date.fromisoformat(fields["published_on"])
    return fields


def wanted(figures, areas, source):
    """Those of the areas asked for that the source does not have yet."""
    there = set(source.observations.order_by().values_list("area_code", flat=True).distinct())
    return [f for f in figures if f.area_code not in there and (not areas or f.area_code in areas)]


def add(source, figures):
    for figure in figures:
        figure.source = source
    Observation.objects.bulk_create(figures, batch_size=BATCH)


def counted(figures):
    """``{state: how many}``"""
    counts = {}
    for figure in figures:
        counts[str(figure.state)] = counts.get(str(figure.state), 0) + 1
    return counts
