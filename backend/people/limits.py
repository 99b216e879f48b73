"""How often a code may be asked for and guessed at: counted in the cache that all processes share, one at a time.

A stranger's tries count for the address together with where they come from, and for the address in all. The tries of
a device that its person has used before count by themselves, so that no stranger can use them up.
"""

from allauth.core.internal import ratelimit
from django.http import HttpRequest

from backend.people.addresses import Address
from backend.people.known_devices import device_knowing

APP = "tavlen"
TRIES_PER_CODE = 5
RATES = {
    "ask_here": "5/15m/key",
    "ask_in_all": "20/h/key,60/d/key",
    "ask_from": "300/h/ip",
    "passkey_from": "600/h/ip",
    "guess_code": f"{TRIES_PER_CODE}/h/key",
    "guess_here": "20/h/key",
    "guess_in_all": "40/h/key,120/d/key",
    "guess_from": "600/h/ip",
}


def may_ask(request: HttpRequest, address: Address) -> bool:
    """May another code be sent there?"""
    return _spend(request, "ask", address)


def may_guess(request: HttpRequest, address: Address, code_id: str) -> bool:
    """May this code be tried once more? It is counted before it is looked at: fifty at once are five."""
    return bool(_consume(request, "guess_code", code_id)) and _spend(request, "guess", address)


def may_try_passkey(request: HttpRequest) -> bool:
    """Nothing can be guessed there; it is only work."""
    return _consume(request, "passkey_from", None)


def _spend(request: HttpRequest, what: str, address: Address) -> bool:
    device = device_knowing(request, address)
    if device:
        return _consume(request, f"{what}_here", f"{address.spelt} on {device}")
    here = f"{address.spelt} from {ratelimit.get_ip(request)}"
    return (
        _consume(request, f"{what}_from", None)
        and _consume(request, f"{what}_here", here)
        and _consume(request, f"{what}_in_all", address.spelt)
    )


def _consume(request: HttpRequest, action: str, key: str | None) -> bool:
    return ratelimit.consume(request, app=APP, action=action, config=RATES, key=key) is not None
