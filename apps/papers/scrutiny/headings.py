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

# A document says in its keywords, which hold so many characters, which areas it was made with.
MADE_WITH = "SEND Tracker made this with: "
LONGEST_KEYWORDS = 255
BETWEEN = "; "


def keywords_of(areas):
    """The beginnings of the areas' names, as much of each as there is room for."""
    room = LONGEST_KEYWORDS - len(MADE_WITH) - len(BETWEEN) * len(areas)
    return MADE_WITH + BETWEEN.join(area.replace(";", ",")[: room // max(1, len(areas))].strip() for area in areas)


def areas_in(keywords):
    """The beginnings of names that ``keywords_of`` wrote; None where somebody took them out of the document."""
    if not keywords.startswith(MADE_WITH):
        return None
    return [name for name in keywords.removeprefix(MADE_WITH).split(BETWEEN) if name]
