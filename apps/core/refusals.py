"""The one way in which a service refuses."""


class Refused(Exception):
    """A rule forbids the change; the message says what to do, and ``field`` names the form's field."""

    def __init__(self, message, field=None):
        super().__init__(message)
        self.message = message
        self.field = field
