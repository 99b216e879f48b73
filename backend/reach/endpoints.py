"""Is that a push service? A phone names where its news is to be sent: nowhere else may this server be sent by it."""

import ipaddress
from urllib.parse import urlsplit

from django.conf import settings

from backend.reach.keys import decoded
from backend.reach.models.device import ENDPOINT_LENGTH

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address stands in its last 32 bits


def is_push_service(endpoint: str) -> bool:
    """https at its own port, and a host that the operator has named; a name stands for what ends in `.name`, too."""
    if not (0 < len(endpoint) <= ENDPOINT_LENGTH and endpoint.isascii() and endpoint.isprintable()):
        return False
    if is_on_trial(endpoint):
        return True
    try:
        parts = urlsplit(endpoint)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    is_plain = parts.scheme == "https" and port in (None, 443) and "@" not in parts.netloc and "\\" not in endpoint
    return is_plain and " " not in endpoint and any(_belongs(host, to) for to in settings.TAVLEN_PUSH_SERVICES)


def is_on_trial(endpoint: str) -> bool:
    """The push service of the tests, on this machine (`tavlen.E014` keeps it out of everything but the demo)."""
    trial = settings.TAVLEN_PUSH_TRIAL
    return bool(trial) and endpoint.startswith(f"{trial}/")


def _belongs(host: str, service: str) -> bool:
    return host == service or host.endswith(f".{service}")


def are_keys(*, p256dh: str, auth: str) -> bool:
    """A point on the curve, uncompressed (65 bytes), and 16 bytes: what RFC 8291 encrypts with."""
    try:
        point, secret = decoded(p256dh), decoded(auth)
    except ValueError:
        return False
    return len(point) == 65 and len(secret) == 16 and _is_on_the_curve(point)


def _is_on_the_curve(point: bytes) -> bool:
    from cryptography.hazmat.primitives.asymmetric import ec

    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except ValueError:
        return False
    return True


def is_public(address: str) -> bool:
    """Whether an address lies outside: not on this machine, nor in its network, in whatever dress."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = (
            ip.ipv4_mapped or ip.sixtofour or (ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None)
        )
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast
