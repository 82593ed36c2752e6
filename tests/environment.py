"""The test run's own values for the site's settings, in place before Django starts."""

import os

os.environ.update(SECRET_KEY="for-tests-only", SECURE="0", DATABASE_URL="postgres://nobody@/none", DEMO="1")
os.environ.pop("DATABASE_OWNER_URL", None)
