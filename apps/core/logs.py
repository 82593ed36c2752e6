"""What the log says of a request that was refused: one line. Errors of our own keep where they happened."""

import logging


class RefusalsInOneLine(logging.Filter):
    """Django gives each record about a request its status; below 500 nothing of ours has failed."""

    def filter(self, record):
        if getattr(record, "status_code", 500) < 500:
            record.exc_info = record.exc_text = None
        return True
