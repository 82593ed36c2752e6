"""Django's administration pages: our own models only, in our own words, for administrators."""

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.urls import reverse


class Administration(admin.AdminSite):
    site_header = "SEND Tracker administration"
    site_title = "SEND Tracker administration"
    index_title = "What can be looked at and changed here"

    def register(self, model_or_iterable, admin_class=None, **options):
        """What other packages would show (groups, queues, addresses) means nothing here and is left out."""
        models = model_or_iterable if isinstance(model_or_iterable, (list, tuple)) else [model_or_iterable]
        ours = [model for model in models if model.__module__.startswith("apps.")]
        super().register(ours, admin_class, **options)

    def login(self, request, extra_context=None):
        """One way to sign in; whoever is signed in and comes here is no administrator."""
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next", reverse("admin:index")), reverse("account_login"))
