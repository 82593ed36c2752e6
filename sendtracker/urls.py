"""The site's addresses; each app lists its own."""

from allauth.account import views as allauth
from django.contrib import admin
from django.urls import include, path, re_path

urlpatterns = [
    path("", include("apps.dashboards.urls")),
    path("", include("apps.core.urls")),
    path("plans/", include("apps.plans.urls")),
    path("", include("apps.inspections.urls")),
    path("", include("apps.measures.urls")),
    path("cases/loads/", include("apps.caseload.load_urls")),
    path("plans/statements/", include("apps.wsoa.urls")),
    path("plans/impact-plans/", include("apps.pip.urls")),
    path("cases/", include("apps.caseload.urls")),
    path("meetings/", include("apps.board.urls")),
    path("papers/", include("apps.papers.urls")),
    path("voices/", include("apps.voice.urls")),
    path("public/", include("apps.public.urls")),
    path("spreadsheets/", include("apps.imports.urls")),
    path("people/", include("apps.accounts.urls")),
    # Of allauth only what is offered: people are added by an administrator.
    path("sign-in/", allauth.login, name="account_login"),
    path("sign-out/", allauth.logout, name="account_logout"),
    path("password/", allauth.password_change, name="account_change_password"),
    path("password/forgotten/", allauth.password_reset, name="account_reset_password"),
    path("password/forgotten/sent/", allauth.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/forgotten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("password/forgotten/done/", allauth.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("administration/", admin.site.urls),
]

handler429 = "apps.core.views.too_many"
handler400 = "apps.core.views.bad_request"
handler403 = "apps.core.views.forbidden"
handler404 = "apps.core.views.not_found"
handler500 = "apps.core.views.server_error"
