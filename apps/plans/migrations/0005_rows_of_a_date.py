"""An index that holds all that lists and figures ask about the rows of a date."""

import datetime

from django.db import migrations, models
from django.db.models.functions import Coalesce


class Migration(migrations.Migration):
    dependencies = [("plans", "0004_dated_plans")]
    operations = [
        migrations.RemoveIndex(model_name="standing", name="plans_stand_starts__6823c7_idx"),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(
                Coalesce("ends_on", models.Value(datetime.date(9999, 12, 31))),
                models.F("starts_on"),
                include=(
                    "id",
                    "action",
                    "ends_on",
                    "state",
                    "is_plan_closed",
                    "rating",
                    "rule_rating",
                    "rule_reason",
                    "rule_date",
                    "due_on",
                    "updated_on",
                    "touched_on",
                    "finished_on",
                    "is_critical",
                ),
                name="plans_standing_holds",
            ),
        ),
    ]
