"""E-mail through GOV.UK Notify: what is sent to its interface, and what becomes of a refusal."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.core.mail import EmailMultiAlternatives
from notifications_python_client.errors import HTTPError

KEY = "tests-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0"


@pytest.fixture
def notify(settings):
    """A server in the place of GOV.UK Notify: what it was sent; ``answer`` is the status that it gives."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.sent.append((self.path, body))
            self.send_response(server.answer)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.sent, server.answer = [], 201
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    settings.EMAIL_BACKEND = "apps.core.notify.NotifyBackend"
    settings.NOTIFY_API_KEY, settings.NOTIFY_TEMPLATE_ID = KEY, "template-1"
    settings.NOTIFY_ADDRESS = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()
    server.server_close()


def message():
    made = EmailMultiAlternatives("2 things", "Overdue (2)", to=["officer@example.org"])
    made.attach_alternative("<p>Overdue</p>", "text/html")
    return made


def test_subject_and_text_fill_the_template(notify):
    assert message().send() == 1
    assert notify.sent == [
        (
            "/v2/notifications/email",
            {
                "email_address": "officer@example.org",
                "template_id": "template-1",
                "personalisation": {"subject": "2 things", "body": "Overdue (2)"},
            },
        )
    ]


def test_a_refusal_is_raised_unless_it_is_to_be_silent(notify):
    notify.answer = 400
    with pytest.raises(HTTPError):
        message().send()
    assert message().send(fail_silently=True) == 0
