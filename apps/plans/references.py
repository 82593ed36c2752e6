"""References of strands and actions, and the order that a person expects of them."""

import re


def sort_key(reference):
    """A text that sorts as a person counts: 2.9 before 2.10, PA2 before PA10; capitals make no difference."""
    parts = re.findall(r"\d+|[^\W\d_]+", reference.casefold())
    return " ".join(part.zfill(8) if part.isdigit() else part for part in parts)[:80]
