"""Each kind of spreadsheet as a Resource of django-import-export: its columns, how their cells are cleaned, its export.

Loading goes the staged way alone, so that what is said to be saved was saved: ``import_data`` refuses.
"""

from functools import cache

from django.core.exceptions import ValidationError
from import_export import fields, resources
from import_export.exceptions import ImportError as NotImported

from apps.core.harmless import harmless
from apps.core.landing import is_blank
from apps.core.sheets import LANDINGS, LAYOUTS
from apps.imports.exporting.cells import value_of
from apps.imports.exporting.gathering import MOST, export_of
from apps.imports.rows import cleaned, fields_of

NOT_HERE = "Spreadsheets are loaded on the page “Spreadsheets”, where each row is shown before anything is saved."
SEVERAL = "These rows are of several lists. Filter them to one, so that the file can be edited and loaded again."


class LayoutField(fields.Field):
    """One column of a layout."""

    def __init__(self, layout, column):
        super().__init__(attribute=column.field, column_name=column.heading)
        self.layout, self.column = layout, column

    def export(self, instance, **kwargs):
        """The cell of a row as its landing shows it; text that a spreadsheet could run is made harmless."""
        return harmless(value_of(self.column, instance))

    def clean(self, row, **kwargs):
        """The fields that the cell of a whole row gives, as the reader of spreadsheets cleans it.

        Raises ValidationError for what refuses the row.
        """
        texts = {column.field: row.get(column.heading) for column in self.layout.columns}
        found, problems, _ = cleaned(self.layout, texts, [self.column.field])
        wrong = [item["message"] for item in problems if item["field"] in self._names() and item["severity"] == "error"]
        if wrong:
            raise ValidationError(wrong)
        return {name: value for name, value in found.items() if not is_blank(value)}

    def _names(self):
        return fields_of(self.layout, self.column.field) | {self.column.field}


class LayoutResource(resources.Resource):
    """The rows of one layout; subclasses are made by ``resource_of``."""

    layout = None

    @classmethod
    def get_display_name(cls):
        return f"{cls.layout.title}, to edit and load again"

    def __init__(self, exported_by="", **kwargs):
        super().__init__(**kwargs)
        self.exported_by = exported_by

    def get_queryset(self):
        """None is picked: all of the list, where there is only one."""

    def iter_queryset(self, queryset):
        """Rows as their landing shows them, list by list."""
        landing = LANDINGS[self.layout.name]
        for target, keys in landing.chosen(queryset):
            for existing in export_of(self.layout.name, target, keys=keys, most=None).rows:
                yield landing.shown(existing)

    def export_of(self, queryset=None):
        """What a workbook or CSV holds that can be loaded again. Raises ValueError for rows of several lists."""
        lists = LANDINGS[self.layout.name].chosen(queryset)
        if len(lists) != 1:
            raise ValueError(SEVERAL)
        ((target, keys),) = lists
        return export_of(self.layout.name, target, keys=keys, most=MOST, exported_by=self.exported_by)

    def import_data(self, dataset, **kwargs):
        raise NotImported(NOT_HERE)


@cache
def resource_of(name):
    """The Resource of a layout that lands, with a field for each column that is taken over."""
    layout = LAYOUTS[name]
    columns = LANDINGS[name].columns(layout)
    attributes = {column.field: LayoutField(layout, column) for column in columns}
    return type(LayoutResource)(f"{name.capitalize()}Resource", (LayoutResource,), {"layout": layout, **attributes})
