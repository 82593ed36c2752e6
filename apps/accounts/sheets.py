"""The people who may sign in, with their roles, as a sheet."""

from apps.accounts.memberships import PeopleLanding
from apps.accounts.models import Role
from apps.core.sheets import Column, Kind, Layout, register

OTHER_WORDS = {
    Role.ADMINISTRATOR: ("admin",),
    Role.PROGRAMME_MANAGER: ("programme lead", "project manager"),
    Role.EHC_CASEWORKER: ("caseworker", "case worker"),
    Role.BOARD_MEMBER: ("board",),
    Role.PARENT_REPRESENTATIVE: ("parent", "parent carer representative", "parent carer forum representative"),
    Role.ADVISER: ("adviser", "advisor", "dfe adviser", "nhs england adviser"),
    Role.SCRUTINY_MEMBER: ("scrutiny",),
}
ROLES = {role: (role.value.replace("_", " "), role.label.lower(), *OTHER_WORDS.get(role, ())) for role in Role}

USERS = register(
    Layout(
        "users",
        "People and roles",
        noun="person",
        nouns="people",
        columns=(
            Column(
                "name",
                "Name or job title",
                is_required=True,
                if_blank="error",
                synonyms=("Name", "Job title", "Full name", "Title", "Post", "Person", "User", "Display name"),
            ),
            Column(
                "email",
                "E-mail address",
                Kind.EMAIL,
                is_required=True,
                if_blank="error",
                if_unknown="error",
                synonyms=("Email", "E-mail", "Email address", "User name", "Username", "Login", "Sign-in"),
            ),
            Column(
                "role",
                "Role",
                Kind.CHOICE,
                choices=ROLES,
                if_blank="error",
                if_unknown="error",
                synonyms=("Roles", "Access", "Access level", "Permission", "Permissions", "User role", "System role"),
            ),
            Column(
                "organisation",
                "Organisation",
                Kind.NAME,
                if_blank="warning",
                synonyms=("Organization", "Agency", "Employer", "Partner", "Works for", "Council or partner"),
            ),
            Column(
                "starts_on", "From", Kind.DATE, synonyms=("Start", "Start date", "Starts", "Access from", "Valid from")
            ),
            Column(
                "ends_on",
                "Until",
                Kind.DATE,
                synonyms=("To", "End", "End date", "Ends", "Access until", "Valid until", "Expires", "Leaving date"),
            ),
        ),
        item_fields=("name", "email"),
        unique=("email", "role", "organisation"),
        order=(("starts_on", "ends_on"),),
    ),
    PeopleLanding(),
)
