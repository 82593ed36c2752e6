"""Fixtures that all tests share."""

pytest_plugins = ["tests.database", "tests.cast", "tests.site", "tests.addresses", "tests.caseload.people"]
