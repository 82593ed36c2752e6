"""Indexes by which a case is found by the beginning of its reference, whatever the capitals and blanks, or of a UPN."""

from django.db import migrations, models
from django.db.models import Value
from django.db.models.functions import Collate, Replace, Upper


class Migration(migrations.Migration):
    dependencies = [("caseload", "0005_know_sizes")]

    operations = [
        migrations.AddIndex(
            model_name="child", index=models.Index(Collate("upn", "C"), name="caseload_child_upn_begins")
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(
                Collate(Upper(Replace("key", Value(" "), Value(""))), "C"), name="caseload_request_reference"
            ),
        ),
    ]
