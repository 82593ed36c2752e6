"""The headings of a scrutiny report, which the edited report must still have."""

DONE = "What we’ve done to date (high level)"
LATE = "Late against its first date"
NOT_DONE = "Not done"
FAMILIES = "What families say"
UNKNOWN = "What we don’t know"
# Under each area, whatever an editor does.
REQUIRED = (LATE, NOT_DONE, FAMILIES, UNKNOWN)

BACKGROUND = "Background"
PERFORMANCE = "Performance"
PRIORITIES = "Priorities"
CONCLUSIONS = "Conclusions"
GLOSSARY = "Glossary"
# What follows the areas.
CLOSING = (PERFORMANCE, PRIORITIES, CONCLUSIONS, GLOSSARY)
