"""Line charts as SVG text that stands in the page itself.

The SVG is put inline, not linked: it then has a name and a description for people who do not see it, and it needs
nothing that the site's content security policy forbids, for it holds no script, no style attribute and no link. Lines
are told apart by dashes, the shape of their points and a name at their end, never by colour alone.
"""

import hashlib
import json
import os
import re
import tempfile
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import vl_convert
from django.conf import settings
from markupsafe import Markup, escape

WIDTH, HEIGHT = 500, 250
MARGIN = {"left": 62, "right": 150, "top": 44, "bottom": 34}
LABEL_HEIGHT = 19
FONT = "Arial, Helvetica, sans-serif"
# As in static/scss/_layout.scss: ink, line, brand, brand-2, muted.
INK, RULE, BRAND, BRAND_2, MUTED = "#0b0c0c", "#cfd5da", "#10323c", "#17687a", "#4a5157"
LOOKS = (
    {"color": BRAND, "width": 4, "dash": [], "shape": "circle"},
    {"color": BRAND_2, "width": 2.5, "dash": [9, 4], "shape": "square"},
    {"color": MUTED, "width": 2.5, "dash": [2, 4], "shape": "triangle-up"},
    {"color": INK, "width": 2, "dash": [12, 3, 2, 3], "shape": "diamond"},
)
ROLES = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
ROOT = re.compile(r"<svg [^>]*>")


@dataclass(frozen=True)
class Line:
    """One line: ``values`` in the order of the chart's periods, None where there is none.

    ``breaks`` are the places before which the line is broken, because the two values must not be joined.
    """

    name: str
    values: tuple
    breaks: frozenset = field(default_factory=frozenset)


def line_chart(lines, periods, *, title, description, unit):
    """SVG of up to four lines over ``periods``, as safe markup; ``unit`` is "%" or a few words over the axis.

    The same content is drawn once and then read from ``DATA_DIR/charts``.
    """
    if len(lines) > len(LOOKS):
        raise ValueError(f"A chart can tell {len(LOOKS)} lines apart, not {len(lines)}")
    spec = specification(lines, periods, unit)
    content = json.dumps([spec, title, description, vl_convert.__version__], sort_keys=True)
    name = hashlib.sha256(content.encode()).hexdigest()[:32]
    path = settings.DATA_DIR / "charts" / f"{name}.svg"
    if not path.exists():
        write_whole(path, named(drawn(spec), name, title, description))
    return Markup(path.read_text(encoding="utf-8"))  # noqa: S704 - drawn by us, with title and description escaped


def drawn(spec):
    return vl_convert.vegalite_to_svg(json.dumps(spec))


def named(svg, name, title, description):
    """The SVG as one image with a name: what Vega says of its parts would be read out axis by axis."""
    view_box = re.search(r'viewBox="[^"]*"', svg)[0]
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" {view_box} '
        f'aria-labelledby="title-{name} description-{name}">'
        f'<title id="title-{name}">{escape(title)}</title>'
        f'<desc id="description-{name}">{escape(description)}</desc>'
    )
    return ROOT.sub(lambda _: root, ROLES.sub("", svg), count=1)


def write_whole(path, text):
    """Write a file that others never see half written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    Path(temporary).replace(path)


def specification(lines, periods, unit):
    """The chart in Vega-Lite's words; positions along the axis are the numbers of the periods."""
    top = largest([value for line in lines for value in line.values if value is not None], unit)
    x = {
        "field": "x",
        "type": "quantitative",
        "scale": {"domain": [-0.3, len(periods) - 0.7], "nice": False, "zero": False},
        "axis": {
            "values": list(range(len(periods))),
            "labelExpr": f"{json.dumps(list(periods))}[datum.value]",
            "title": None,
            "grid": False,
        },
    }
    y = {
        "field": "y",
        "type": "quantitative",
        "scale": {"domain": [0, top], "nice": False},
        "axis": {"title": unit_words(unit), "format": ",d" if top >= 5 else ".1f", "tickCount": 5},
    }
    layers = [layer for place, line in enumerate(lines) for layer in line_layers(line, LOOKS[place], x, y)]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": WIDTH,
        "height": HEIGHT,
        "padding": MARGIN,
        "autosize": {"type": "none"},
        "layer": [*break_layers(lines, x), *layers, *name_layers(lines, top, x, y)],
        "config": config(),
    }


def config():
    axis = {"labelFontSize": 15, "labelColor": INK, "labelFont": FONT, "titleFont": FONT, "gridColor": RULE}
    title = {"titleFontSize": 15, "titleFontWeight": "normal", "titleColor": MUTED}
    place = {"titleAngle": 0, "titleAlign": "left", "titleAnchor": "end", "titleX": -MARGIN["left"] + 4, "titleY": -26}
    return {
        "background": "#fff",
        "view": {"stroke": None},
        "axis": axis | {"domainColor": INK, "tickColor": INK},
        "axisY": title | place | {"domain": False, "ticks": False, "labelPadding": 8},
        "text": {"font": FONT, "fontSize": 15},
    }


def unit_words(unit):
    return "Per cent" if unit == "%" else unit


def largest(values, unit):
    """The upper end of the axis: the next round number, and for per cent 100 once half of it is reached."""
    highest = max([Decimal(value) for value in values], default=Decimal(0))
    if unit == "%" and highest > 50:
        return 100
    step = Decimal(1)
    while step * 10 < highest:
        step *= 10
    return int(max(step * (highest // step + 1), 1))


def stretches(line):
    """The values of a line as lists of joined points: ``[[(place, value), …], …]``."""
    parts = [[]]
    for place, value in enumerate(line.values):
        if value is None or place in line.breaks:
            parts.append([])
        if value is not None:
            parts[-1].append((place, value))
    return [part for part in parts if part]


def line_layers(line, look, x, y):
    """A line and its points; a part that stands alone is a point only."""
    points = [
        {"x": place, "y": float(value), "part": number}
        for number, part in enumerate(stretches(line))
        for place, value in part
    ]
    stroke = {"type": "line", "color": look["color"], "strokeWidth": look["width"]}
    if look["dash"]:
        stroke["strokeDash"] = look["dash"]
    dot = {"type": "point", "filled": True, "shape": look["shape"], "color": look["color"], "size": 110, "opacity": 1}
    yield {
        "data": {"values": points},
        "mark": stroke,
        "encoding": {"x": x, "y": y, "detail": {"field": "part", "type": "nominal"}},
    }
    yield {"data": {"values": points}, "mark": dot, "encoding": {"x": x, "y": y}}


def break_layers(lines, x):
    """A dotted upright wherever some line is broken, with a word at its top."""
    places = sorted({place for line in lines for place in line.breaks})
    values = [{"x": place - 0.5, "words": "change of source"} for place in places]
    if not values:
        return
    rule = {"type": "rule", "color": INK, "strokeDash": [2, 3], "strokeWidth": 1.5}
    yield {"data": {"values": values}, "mark": rule, "encoding": {"x": x}}
    words = {"type": "text", "color": INK, "y": -9, "fontSize": 14}
    yield {
        "data": {"values": values},
        "mark": words,
        "encoding": {"x": x, "text": {"field": "words", "type": "nominal"}},
    }


def name_layers(lines, top, x, y):
    """The name of each line at its last point, moved apart where they would cover each other."""
    ends = [(line, stretches(line)[-1][-1], LOOKS[place]) for place, line in enumerate(lines) if stretches(line)]
    heights = apart([float(value) / top * HEIGHT for _, (_, value), _ in ends], LABEL_HEIGHT)
    for (line, (place, value), look), height in zip(ends, heights, strict=True):
        text = {"type": "text", "align": "left", "dx": 12, "color": look["color"], "fontWeight": "bold"}
        words = f"{line.name} {number_words(value)}"
        yield {
            "data": {"values": [{"x": place, "y": height * top / HEIGHT, "words": words}]},
            "mark": text,
            "encoding": {"x": x, "y": y, "text": {"field": "words", "type": "nominal"}},
        }


def number_words(value):
    """1,234 or 12.5"""
    value = Decimal(value)
    return (
        f"{value:,.0f}" if value == value.to_integral_value() and value >= 100 else f"{value:,.1f}".removesuffix(".0")
    )


def apart(heights, gap):
    """The heights, pushed up where two are nearer than ``gap``; in the order given."""
    moved, last = {}, None
    for place in sorted(range(len(heights)), key=lambda place: heights[place]):
        last = heights[place] if last is None else max(heights[place], last + gap)
        moved[place] = last
    return [moved[place] for place in range(len(heights))]
