"""Measures for administrators: what each counts, in words, and which findings it tells of; figures have pages of their
own."""

import pghistory
from django import forms
from django.contrib import admin

from apps.core.admin import KeptAdmin
from apps.measures.models import Measure, MeasureFinding, MeasureKind, Subject

WHY = "Why is it added or changed?"
# Figures were counted by these: another of them is another measure.
FIXED = ("slug", "kind", "subject", "unit", "grain", "is_demonstration")
PUBLISHED = ("published_part", "published_whole", "published_also")
WORDS = ("name", "plain_name", "reference", "definition", "numerator", "denominator", "caution", "good_direction")
PLACE = ("owner", "position", "minimum")


class MeasureForm(forms.ModelForm):
    """A definition with the reason of its change; one that was changed meanwhile is not written over."""

    why = forms.CharField(label=WHY, widget=forms.Textarea(attrs={"rows": 2}))

    class Meta:
        model = Measure
        fields = (*FIXED, *WORDS, *PLACE, *PUBLISHED, "version")
        widgets = {"version": forms.HiddenInput}
        labels = {"slug": "Word in its address", "grain": "Length of its periods", "unit": "Counted in"}

    def clean_version(self):
        version = self.cleaned_data["version"]
        if self.instance.pk and version != Measure.objects.select_for_update().get(pk=self.instance.pk).version:
            raise forms.ValidationError("Somebody changed this measure meanwhile. Open it anew, then change it.")
        return version

    def clean_reference(self):
        """The rule of the database, which a form does not ask where one of its fields cannot be changed."""
        reference, own = self.cleaned_data["reference"], self.instance
        others = Measure.objects.filter(reference__iexact=reference, is_demonstration=own.is_demonstration)
        if reference and others.exclude(pk=own.pk).exists():
            raise forms.ValidationError("Another measure has this reference.")
        return reference


class FindingInline(admin.TabularInline):
    model = MeasureFinding
    extra = 0
    can_delete = False
    verbose_name_plural = "findings that it tells of"


@admin.register(Measure)
class MeasureAdmin(KeptAdmin):
    form = MeasureForm
    inlines = (FindingInline,)
    list_display = ("name", "reference", "kind", "unit", "owner", "is_demonstration")
    list_filter = ("kind", "subject", "is_demonstration")
    search_fields = ("name", "reference", "definition")

    def get_fields(self, request, obj=None):
        """A measure that is added here is entered by hand and about what services do."""
        fixed = FIXED if obj else ("slug", "unit", "grain")
        return [WORDS[0], *fixed, *WORDS[1:], *PLACE, *(PUBLISHED if obj else ()), "why", "version"]

    def get_readonly_fields(self, request, obj=None):
        return (*FIXED, *PUBLISHED) if obj else ()

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ("name",)}

    def save_model(self, request, obj, form, change):
        if change:
            obj.version += 1
        else:
            obj.kind, obj.subject = MeasureKind.MANUAL, Subject.CONDUCT
        with pghistory.context(reason=form.cleaned_data["why"]):
            super().save_model(request, obj, form, change)
