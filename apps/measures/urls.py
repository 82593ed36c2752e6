"""Addresses of the pages of figures."""

from django.urls import path

from apps.measures.releases import views as releases
from apps.measures.views import benchmarks, changes, measures

app_name = "measures"
urlpatterns = [
    path("benchmarks/", benchmarks.benchmarks, name="benchmarks"),
    path("measures/", measures.measure_list, name="measure-list"),
    path("measures/who-sees-figures/", changes.openness, name="openness"),
    path("measures/entries/<str:kind>/<int:pk>/take-back/", changes.take_back, name="take-back"),
    path("measures/<slug:slug>/", measures.measure, name="measure"),
    path("measures/<slug:slug>/figures/add/", changes.value_add, name="value-add"),
    path("measures/<slug:slug>/targets/add/", changes.target_add, name="target-add"),
    path("measures/<slug:slug>/expected/add/", changes.dip_add, name="dip-add"),
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
