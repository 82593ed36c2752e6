"""Indexes: a reference by its beginning, whatever the capitals and blanks; a UPN by its; open cases by the day received."""

from django.contrib.postgres.indexes import OpClass
from django.db import migrations, models
from django.db.models import Value
from django.db.models.functions import Collate, Lower, Replace, Upper


class Migration(migrations.Migration):
    dependencies = [("caseload", "0005_know_sizes")]

    operations = [
        migrations.AddIndex(
            model_name="child", index=models.Index(Collate("upn", "C"), name="caseload_child_upn_begins")
        ),
        migrations.AddIndex(
            model_name="child",
            index=models.Index(OpClass(Lower("forename"), name="text_pattern_ops"), name="caseload_child_forename"),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(
                Collate(Upper(Replace("key", Value(" "), Value(""))), "C"), name="caseload_request_reference"
            ),
        ),
        migrations.AddIndex(
            model_name="casestanding",
            index=models.Index(
                fields=["received_order", "request"],
                name="caseload_standing_arrived",
                condition=models.Q(is_open=True),
            ),
        ),
    ]
