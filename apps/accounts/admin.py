"""People, organisations, memberships and posts for administrators."""

from django import forms
from django.contrib import admin
from django.contrib.auth.password_validation import validate_password

from apps.accounts.models import Membership, Organisation, Person, Post
from apps.core.admin import KeptAdmin
from apps.core.dates import today


class PersonForm(forms.ModelForm):
    """A new password is set here, never shown; empty leaves it as it is."""

    new_password = forms.CharField(required=False, widget=forms.PasswordInput(render_value=False))

    class Meta:
        model = Person
        fields = ("email", "name", "is_active")

    def clean_email(self):
        return self.cleaned_data["email"].lower()

    def clean_new_password(self):
        password = self.cleaned_data["new_password"]
        if password:
            validate_password(password, self.instance)
        return password

    def save(self, commit=True):
        if self.cleaned_data["new_password"]:
            self.instance.set_password(self.cleaned_data["new_password"])
        elif not self.instance.password:
            self.instance.set_unusable_password()
        return super().save(commit)


class MembershipInline(admin.TabularInline):
    model = Membership
    extra = 1
    can_delete = False
    verbose_name = "role"
    verbose_name_plural = "roles"

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A role begins today unless somebody says otherwise."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "starts_on":
            field.initial = today
        return field


@admin.register(Person)
class PersonAdmin(KeptAdmin):
    form = PersonForm
    inlines = (MembershipInline,)
    list_display = ("name", "email", "is_active", "is_demonstration")
    list_filter = ("is_active", "memberships__role")
    search_fields = ("name", "email")


@admin.register(Organisation)
class OrganisationAdmin(KeptAdmin):
    list_display = ("name", "kind")
    list_filter = ("kind",)
    search_fields = ("name",)


@admin.register(Post)
class PostAdmin(KeptAdmin):
    list_display = ("title", "organisation", "holder", "is_demonstration")
    list_filter = ("organisation",)
    search_fields = ("title", "holder__name")
    autocomplete_fields = ("holder", "organisation")
