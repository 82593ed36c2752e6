"""One operation of a migration that makes many tables.

Django renders the models anew after every operation of a migration, and what refers to them as well: with hundreds of
tables, constraints and triggers an empty database would take minutes. Here they are rendered once.
"""

from django.db.migrations.operations.base import Operation


class CreateTables(Operation):
    """Every ``CreateModel`` of a migration, with the constraints, indexes and triggers that its options name."""

    serialization_expand_args = ["models"]

    def __init__(self, models):
        self.models = models

    def deconstruct(self):
        return self.__class__.__name__, [], {"models": self.models}

    def state_forwards(self, app_label, state):
        state.is_delayed = True
        state.clear_delayed_apps_cache()
        for model in self.models:
            model.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)
        for model in self.models:
            for trigger in model.options.get("triggers", ()):
                schema_editor.execute(trigger.install_sql, params=None)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for model in reversed(self.models):
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"Create {len(self.models)} tables"
