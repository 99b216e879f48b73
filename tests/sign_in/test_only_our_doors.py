"""Signing in stands on allauth, but nobody can sign up, and none of its own pages can be reached."""

import pytest
from allauth.account.adapter import get_adapter
from django.test import Client, RequestFactory
from django.urls import get_resolver

ALLAUTHS = (
    "accounts/", "accounts/login/", "accounts/signup/", "accounts/password/reset/", "accounts/email/",
    "accounts/2fa/", "accounts/3rdparty/signup/", "accounts/login/code/",
)  # fmt: skip


def test_nobody_signs_up_by_themselves() -> None:
    assert get_adapter().is_open_for_signup(RequestFactory().get("/")) is False


@pytest.mark.parametrize("address", ALLAUTHS)
@pytest.mark.django_db
def test_allauths_own_addresses_do_not_exist(client: Client, address: str) -> None:
    assert client.get(f"/{address}").status_code == 404
    assert not [name for name in get_resolver().reverse_dict if name == "account_signup"]


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:x"])
def test_signing_in_never_leads_to_another_site(elsewhere: str) -> None:
    assert not get_adapter().is_safe_url(elsewhere)
    assert get_adapter().is_safe_url("/plans/7/?view=board")
