"""What only one kind of plan says of an action, in a row of its own beside the action."""


class Extras:
    """Fields of the sheet that go into ``model``, one row an action: ``fields`` is ``{field: attribute}``."""

    def __init__(self, model, fields):
        self.model, self.fields = model, fields

    def values_of(self, actions):
        """``{action id: {field: text}}``; None where an action has no such row or text."""
        rows = {row.action_id: row for row in self.model.objects.filter(action__in=actions)}
        return {
            action.pk: {
                name: getattr(rows.get(action.pk), attribute, None) or None for name, attribute in self.fields.items()
            }
            for action in actions
        }

    def save(self, saving):
        """Add and change the rows of a batch; what was before is kept in what was written."""
        old = {row.action_id: row for row in self.model.objects.filter(action__in=saving.actions.values())}
        added, changed = [], []
        for position, action in saving.actions.items():
            told = {
                attribute: saving.told[position][name]
                for name, attribute in self.fields.items()
                if saving.told[position].get(name)
            }
            row = old.get(action.pk)
            if row is None and told:
                added.append(self.model(action=action, **told))
            elif told and any(getattr(row, attribute) != text for attribute, text in told.items()):
                before = {attribute: getattr(row, attribute) for attribute in told}
                saving.written[position]["extras"] = before
                for attribute, text in told.items():
                    setattr(row, attribute, text)
                changed.append(row)
        self.model.objects.bulk_create(added)
        self.model.objects.bulk_update(changed, list(self.fields.values()), batch_size=500)
        positions = {action.pk: position for position, action in saving.actions.items()}
        for row in added:
            saving.written[positions[row.action_id]]["extras"] = None

    def undo(self, rows):
        """Rows that were added go, those that were changed are as before."""
        touched = [row for row in rows if "extras" in row.written]
        added = [row.written["action"] for row in touched if row.written["extras"] is None]
        self.model.objects.filter(action__in=added).delete()
        for row in touched:
            if row.written["extras"] is not None:
                self.model.objects.filter(action=row.written["action"]).update(**row.written["extras"])
