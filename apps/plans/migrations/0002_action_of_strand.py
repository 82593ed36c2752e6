"""An action's plan is always the plan of its strand."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_tables")]
    operations = [
        migrations.RunSQL(
            "ALTER TABLE plans_action ADD CONSTRAINT plans_action_plan_of_strand FOREIGN KEY (strand_id, plan_id) "
            "REFERENCES plans_strand (id, plan_id) DEFERRABLE INITIALLY DEFERRED",
            "ALTER TABLE plans_action DROP CONSTRAINT plans_action_plan_of_strand",
        )
    ]
