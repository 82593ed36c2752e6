"""Addresses of the pages of figures."""

from django.urls import path

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
]
