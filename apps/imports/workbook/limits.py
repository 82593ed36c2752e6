"""How much of a file is read before it is refused as too large."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Every figure is the largest that is still read."""

    # Bytes of the file as it was uploaded, and of all its parts once expanded.
    upload: int = 20_000_000
    expanded: int = 200_000_000
    # How many times larger a part may become than it lies in the zip, unless it stays below ``always``.
    ratio: int = 100
    always: int = 10_000_000
    # Parts in the zip: pictures and comments have their own.
    parts: int = 3_000
    # How deep XML elements may lie in one another.
    depth: int = 60
    # Styles, fills and formats of numbers, each.
    styles: int = 70_000
    sheets: int = 200
    rows: int = 200_000
    columns: int = 500
    # Texts that cells share.
    strings: int = 2_000_000
    # Cells that hold something, cells with a fill, and merged ranges, over all sheets.
    cells: int = 5_000_000
    fills: int = 1_000_000
    merges: int = 100_000
    # Characters in one cell: what Excel itself holds.
    text: int = 32_767
