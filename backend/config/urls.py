"""Where an address leads: all of them lead to what a person sees and touches."""

from django.urls import include, path

urlpatterns = [path("", include("citizen_app.urls"))]
