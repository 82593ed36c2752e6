"""A report that is not green and that a person made says why, what is done, back when and what the Board must do."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0005_rows_of_a_date"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="statusupdate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("recorded_by__isnull", True),
                    ("rating__isnull", True),
                    models.Q(("rating__in", ("off_track", "at_risk")), _negated=True),
                    models.Q(
                        ("back_on__isnull", False),
                        ("being_done__regex", "\\S"),
                        ("board_ask__regex", "\\S"),
                        ("why__regex", "\\S"),
                    ),
                    _connector="OR",
                ),
                name="plans_statusupdate_trouble_explained",
                violation_error_message="Say why, what is being done, back when, and what the Board must do.",
            ),
        ),
    ]
