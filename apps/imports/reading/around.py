"""The rows of a sheet that stand around its items: titles and keys above, footnotes below, whole sheets of notes."""

# Such things are short: nothing further down is looked at.
MOST_ROWS = 200
MOST_COLUMNS = 40


def around(sheet, items=range(0)):
    """``(number, values)`` of the rows near the top of a sheet and of those under its items."""
    for row, values in enumerate(sheet.rows[:MOST_ROWS], 1):
        if row not in items:
            yield row, values[:MOST_COLUMNS]
    after = max(items.stop - 1, MOST_ROWS)
    for row, values in enumerate(sheet.rows[after : after + MOST_ROWS], after + 1):
        yield row, values[:MOST_COLUMNS]
