"""The entry point for the web server."""

import gc
import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendtracker.settings")

application = get_wsgi_application()

# What every request needs is loaded now and never looked through again for what can be thrown away: that took a
# fifteenth of the time of a page.
import_module("sendtracker.urls")
gc.collect()
gc.freeze()
