"""Addresses of the pages of figures."""

from django.urls import path

from apps.measures import views
from apps.measures.releases import views as releases

app_name = "measures"
urlpatterns = [
    path("benchmarks/", views.benchmarks, name="benchmarks"),
    path("releases/", releases.release_list, name="release-list"),
    path("releases/make/", releases.release_make, name="release-make"),
    path("releases/threshold/", releases.release_threshold, name="release-threshold"),
    path("releases/<int:pk>/", releases.release, name="release"),
    path("releases/<int:pk>/export/", releases.release_export, name="release-export"),
    path("releases/<int:pk>/release/", releases.release_confirm, name="release-confirm"),
    path("releases/<int:pk>/correct/", releases.release_correct, name="release-correct"),
    path("releases/<int:pk>/withdraw/", releases.release_withdraw, name="release-withdraw"),
    path("releases/<int:pk>/drop/", releases.release_drop, name="release-drop"),
]
