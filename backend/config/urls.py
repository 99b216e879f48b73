"""Where an address leads: all of them lead to what a person sees and touches."""

from django.urls import include, path

urlpatterns = [path("", include("citizen_app.urls"))]
handler404 = "citizen_app.pages.errors.not_here"
handler500 = "citizen_app.pages.errors.failed"
