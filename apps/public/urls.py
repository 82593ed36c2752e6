"""Addresses of what anybody may read."""

from django.urls import path

from apps.public import views

app_name = "public"
urlpatterns = [
    path("", views.home, name="home"),
    path("promises/<int:pk>/", views.strand, name="strand"),
    path("findings/<int:pk>/", views.finding, name="finding"),
    path("numbers/", views.figures, name="numbers"),
    path("words/", views.words, name="words"),
    path("ratings/", views.ratings, name="ratings"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
