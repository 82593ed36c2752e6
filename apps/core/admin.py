"""What the administration pages share: dated rows are added, never changed, and nothing that counts is deleted."""

from django.contrib import admin

from apps.core.models import Job


class KeptAdmin(admin.ModelAdmin):
    """Rows that may be changed and never deleted."""

    def has_delete_permission(self, request, obj=None):
        return False


class DatedAdmin(KeptAdmin):
    """Rows that are added and never changed; who added them is written down."""

    def has_change_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        obj.recorded_by = request.user
        super().save_model(request, obj, form, change)


class ReadAdmin(KeptAdmin):
    """Rows that are only looked at here; pages of their own change them."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Job)
class JobAdmin(ReadAdmin):
    list_display = ("kind", "state", "asked_by", "asked_at", "done", "total", "attempts")
    list_filter = ("state", "kind")
