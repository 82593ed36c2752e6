"""What families say, as far as it is public."""


def heard(findings, on):
    """``{finding id: what families said of it by a date}``; nothing, as long as no voice is published."""
    return {}
