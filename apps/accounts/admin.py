"""People, organisations, memberships and posts for administrators."""

from django import forms
from django.contrib import admin
from django.contrib.auth.password_validation import validate_password

from apps.accounts.models import Membership, Organisation, Person, Post
from apps.core.admin import KeptAdmin


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
