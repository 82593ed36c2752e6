"""Django's administration: "Import" leads to the staged import, "Export" gives a file that can be loaded again."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from import_export.admin import ImportExportMixin
from import_export.formats.base_formats import CSV, XLSX
from import_export.forms import ExportForm

from apps.core.changes import Refused
from apps.imports.exporting.files import MAKERS
from apps.imports.permissions import layouts_of
from apps.imports.resources import LayoutResource, resource_of


class SheetsMixin(ImportExportMixin):
    """For the administration of a model whose rows come in spreadsheets of these ``layouts``, by their names."""

    layouts = ()
    export_form_class = ExportForm

    def loadable(self, request):
        return [layout.name for layout in layouts_of(request.user) if layout.name in self.layouts]

    # Import: the steps of the package, which may say that something was saved when it was not, are never reached.

    def has_import_permission(self, request):
        return bool(self.loadable(request))

    def import_action(self, request, **kwargs):
        names = self.loadable(request)
        if not names:
            raise PermissionDenied
        return redirect("imports:upload", names[0]) if len(names) == 1 else redirect("imports:list")

    def process_import(self, request, **kwargs):
        return self.import_action(request)

    # Export.

    def has_export_permission(self, request):
        return request.user.is_staff

    def get_export_formats(self):
        return [XLSX, CSV]

    def get_export_resource_classes(self, request):
        return [*(self.resource_classes or ()), *(resource_of(name) for name in self.loadable(request))]

    def get_export_data(self, file_format, request, queryset, **kwargs):
        made = self.choose_export_resource_class(kwargs.get("export_form"), request)
        if not issubclass(made, LayoutResource):
            return super().get_export_data(file_format, request, queryset, **kwargs)
        if not self.has_export_permission(request):
            raise PermissionDenied
        try:
            export = made(exported_by=request.user.name).export_of(queryset)
        except Refused as refused:
            raise ValueError(refused.message) from refused
        return MAKERS[file_format.get_extension()][0](export)
