"""The letter with a code that somebody types in to show that they read what is sent there."""

from django.utils.crypto import get_random_string
from django.utils.translation import gettext

from backend.people import postman
from backend.people.addresses import Address
from backend.people.postman import Letter

DIGITS = 6


def new_code() -> str:
    return get_random_string(DIGITS, "0123456789")


def post_code(to: Address, code: str) -> None:
    """In an SMS the code stands last, where phones look for it; who it is from tells nothing."""
    if to.kind == "email":
        words = gettext("Din kode er %(code)s\n\nDen gælder i ti minutter. Giv den ikke til nogen.") % {"code": code}
        postman.post(Letter("email", to.spelt, gettext("Din kode"), words))
    else:
        words = gettext("Giv ikke koden til nogen. Den gælder i ti minutter. Din kode er %(code)s") % {"code": code}
        postman.post(Letter("phone", to.spelt, "", words))
