"""Coming in with a code: one field for mail or mobile number, then the code. A stranger is answered as a friend is."""

from typing import Any

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.views import ConfirmLoginCodeView
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from backend.people.adapter import WISHES_SHARED
from backend.people.addresses import Address, people_at, person_at, prove, read_address
from backend.people.limits import may_ask, may_guess
from backend.people.models import Person
from backend.people.postman import can_reach
from citizen_app.pages.sign_in import show
from citizen_app.pages.ways import back_to, see_other

HERE = "/sign-in/code/"


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Have a code sent, if there is somebody to send it to; led on to where it is typed in, whether or not."""
    next_page = back_to(request)
    if request.user.is_authenticated:
        return see_other(next_page)
    given = request.POST.get("address", "")
    address = read_address(given)
    if address is None:
        return show(request, next_page=next_page, given=given[:254], trouble="unreadable", status=422)
    if not can_reach(address.kind):
        trouble = "no_sms" if address.kind == "phone" else "no_mail"
        return show(request, next_page=next_page, given=given, trouble=trouble, status=422)
    if not may_ask(request, address):
        return show(request, next_page=next_page, trouble="often", status=429)
    request.session[WISHES_SHARED] = "shared" in request.POST
    person = person_at(address)
    LoginCodeVerificationProcess.initiate(request=request, user=person, **{address.kind: address.spelt})
    return see_other(_with(HERE, next=next_page))


class Code(ConfirmLoginCodeView):
    """allauth's step, with our page, and with the tries counted before the code is looked at."""

    template_name = "sign_in/code.html"
    http_method_names = ["get", "post", "head"]

    def post(self, request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        state = self._process.state
        code_id = f"{request.session.session_key} {state['at']}"
        if not may_guess(request, _address_of(state), code_id):
            self._process.abort()
            return _spent(request)
        response: HttpResponse = super().post(request, *arguments, **named)
        return response

    def _verify_form_valid(self, form: Any) -> HttpResponse:
        """Whoever reads what comes to this address says who they are, where several gave it; then it is theirs."""
        address = _address_of(self._process.state)
        people = people_at(address)
        given = self.request.POST.get("person", "")
        person = people[0] if len(people) == 1 else next((one for one in people if str(one.pk) == given), None)
        if person is None and people:
            return self._ask_who(people, form.cleaned_data["code"])
        if person is None or not prove(person, address):
            self._process.abort()
            return _spent(self.request)
        self._process._user = person
        response: HttpResponse = super()._verify_form_valid(form)
        return response

    def _ask_who(self, people: list[Person], code: str) -> HttpResponse:
        told = {"people": people, "code": code, "next": _next_of(self.request)}
        return render(self.request, "sign_in/which.html", told)

    def form_invalid(self, form: Any) -> HttpResponse:
        if not self._process.record_invalid_attempt():
            return _spent(self.request)
        response: HttpResponse = self.render_to_response(self.get_context_data(form=form), status=422)
        return response

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        told = super().get_context_data(**named)
        demo_code = self._process.code if settings.TAVLEN_DEMO else ""
        next_page = _next_of(self.request)
        address = _address_of(self._process.state)
        again = _with(settings.LOGIN_URL, next=next_page)
        return {**told, "address": address, "next": next_page, "again": again, "demo_code": demo_code}


def code(request: HttpRequest) -> HttpResponse:
    """Type the code in. Where none is waiting (it ran out, or was never asked for), a new one can be had."""
    if request.user.is_authenticated:
        return see_other(_next_of(request))
    response: HttpResponse = Code.as_view()(request)
    return _spent(request) if response.headers.get("Location") == settings.LOGIN_URL else response


def _spent(request: HttpRequest) -> HttpResponse:
    return see_other(_with(settings.LOGIN_URL, spent=1, next=_next_of(request)))


def _address_of(state: dict[str, Any]) -> Address:
    return Address("email", state["email"]) if "email" in state else Address("phone", state["phone"])


def _next_of(request: HttpRequest) -> str:
    """`next`, when it is a path of ours."""
    return back_to(request, given=request.POST.get("next") or request.GET.get("next", ""))


def _with(address: str, **query: Any) -> str:
    return f"{address}?{urlencode(query)}"
