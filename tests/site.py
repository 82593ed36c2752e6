"""The real site for a browser: served from a copy of the database, visited in Chromium."""

import os
import shutil
import threading
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connections
from playwright.sync_api import sync_playwright

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


@pytest.fixture
def live_site(committed_db):
    """The address of the site over the test's own copy of the database."""

    def application(environ, start_response, site=get_wsgi_application()):  # noqa: B008 - one application a test
        answer = site(environ, start_response)
        try:
            return [b"".join(answer)]
        finally:
            # A file that is left open would close the connection of whichever thread finds it as rubbish, in the middle
            # of what that thread does.
            answer.close()
            connections.close_all()

    server = make_server("127.0.0.1", 0, application, handler_class=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def chromium():
    """Chromium, started once; absent, its tests are skipped, and under CI they fail."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not path:
        reason = "Chromium is not installed; install it to run the browser tests"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    # While Playwright's loop runs, Django believes that it is inside async code and keeps other connections; those
    # from before would stay open out of its sight.
    connections.close_all()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, live_site):
    """``open_page(width=1280, scripts=True)`` gives a page of a fresh browser session."""
    contexts = []

    def opened(width=1280, scripts=True):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts, base_url=live_site
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


def follow(link):
    """Click a link or button that leads to another page, and go on when that page is there."""
    with link.page.expect_navigation():
        link.click()
