"""Where a form leads back to: an address of our own, never somebody else's."""

from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme


def back_to(request: HttpRequest, *, otherwise: str = "/", given: str | None = None) -> str:
    """`next` of the form, or what is `given`, when it is a path of ours."""
    wanted = request.POST.get("next", "") if given is None else given
    is_ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_ours else otherwise


def see_other(address: str) -> HttpResponse:
    """303: the answer to a form is a page of its own."""
    return HttpResponse(status=303, headers={"Location": address})
