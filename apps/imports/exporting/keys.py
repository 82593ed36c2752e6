"""The row key: by which row of the database a line of a workbook is known, and that it was made here.

It says the row, and a mark that nobody can make who does not have the site's secret. The mark covers the version too.
"""

import re

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from apps.imports.reading.wording import full_key

KEY_HEADING = "Row key (leave as it is)"
VERSION_HEADING = "Version (leave as it is)"
KEY, VERSION = full_key(KEY_HEADING), full_key(VERSION_HEADING)
KEY_FORM = re.compile(r"([1-9]\d{0,17})-[0-9a-f]{16}")
LONGEST = 60


def row_key(layout, pk, version):
    return f"{pk}-{marks(f'{layout}:{pk}:{version}')[0][:16]}"


def pk_of(layout, key, version):
    """The row of the database that a row key names; None where key or version are not as they were exported."""
    form = KEY_FORM.fullmatch(key)
    if form is None or version is None:
        return None
    known = (f"{form[1]}-{mark[:16]}" for mark in marks(f"{layout}:{form[1]}:{version}"))
    return int(form[1]) if any(constant_time_compare(key, each) for each in known) else None


def is_marked(text, mark):
    return any(constant_time_compare(mark, each) for each in marks(text))


def marks(text):
    """The marks of a text: that of the secret in use first, then those of earlier ones."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [salted_hmac("apps.imports.exporting", text, secret, algorithm="sha256").hexdigest() for secret in secrets]
