"""The log of the site: one line for what was refused, all of it for what failed."""

import io
import logging
import logging.config

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.handlers.exception import convert_exception_to_response
from django.test import RequestFactory
from django.urls import reverse

from tests.cast import client_of


@pytest.fixture
def log(monkeypatch):
    """What the site's own handler would print."""
    logging.config.dictConfig(settings.LOGGING)
    handler = next(h for h in logging.getLogger().handlers if h.name == "console")
    printed = io.StringIO()
    monkeypatch.setattr(handler, "stream", printed)
    yield printed
    logging.getLogger().removeHandler(handler)


def test_a_refusal_is_one_line(log, programme_manager):
    address = reverse("plans:thresholds")
    assert client_of(programme_manager).get(address).status_code == 403
    assert log.getvalue() == f"Forbidden (Permission denied): {address}\n"


def test_a_page_that_is_not_there_is_one_line(log, client, db):
    assert client.get("/not-there/").status_code == 404
    assert log.getvalue() == "Not Found: /not-there/\n"


@pytest.mark.parametrize(
    ("error", "is_kept"),
    [(SuspiciousOperation("odd"), False), (PermissionDenied(), False), (ZeroDivisionError(), True)],
)
def test_only_errors_of_our_own_keep_where_they_happened(log, db, error, is_kept):
    def fails(request):
        raise error

    request = RequestFactory().get("/somewhere/")
    convert_exception_to_response(fails)(request)
    assert ("Traceback" in log.getvalue()) is is_kept
    assert log.getvalue().count("\n") > 1 if is_kept else log.getvalue().count("\n") == 1
