"""The addresses of the demo's MitID: allauth's provider, the page that asks who one is, and Tavlen's styles."""

from django.urls import include, path, re_path
from django.views.static import serve

from backend.demo.mitid import settings
from backend.demo.mitid.pages import who

urlpatterns = [
    path("who/", who, name="account_login"),
    path("who/", who, name="account_reauthenticate"),
    path("", include("allauth.idp.urls")),
    re_path(r"^static/(?P<path>build/.+)$", serve, {"document_root": settings.ROOT / "static"}),
]
