"""What would stand in the way of ours: allauth's own OpenID Connect pages, as its manual mounts them."""

from allauth.socialaccount import views
from allauth.socialaccount.providers.openid_connect.urls import urlpatterns as stock
from django.urls import include, path

from citizen_app.urls import urlpatterns as ours

urlpatterns = [
    path("stock/", include(stock)),
    path("stock/cancelled/", views.login_cancelled, name="socialaccount_login_cancelled"),
    *ours,
]
