"""Sends e-mail through GOV.UK Notify.

The template of the service has the subject ``((subject))`` and the body ``((body))``. Notify makes its own HTML of the
text, so that only the plain text of a message is sent.
"""

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from notifications_python_client.errors import HTTPError
from notifications_python_client.notifications import NotificationsAPIClient
from requests import RequestException


class NotifyBackend(BaseEmailBackend):
    """One call for each address of each message; says how many messages went to all of their addresses."""

    def send_messages(self, messages):
        client = NotificationsAPIClient(settings.NOTIFY_API_KEY, base_url=settings.NOTIFY_ADDRESS)
        return sum(self._send(client, message) for message in messages)

    def _send(self, client, message):
        if message.attachments:
            raise ValueError("GOV.UK Notify sends no attachments")
        try:
            for address in message.recipients():
                client.send_email_notification(
                    email_address=address,
                    template_id=settings.NOTIFY_TEMPLATE_ID,
                    personalisation={"subject": message.subject, "body": message.body},
                )
        except (HTTPError, RequestException):
            if not self.fail_silently:
                raise
            return False
        return bool(message.recipients())
