"""A real OpenID provider that says what a test wants it to say: the truth, or any lie in one of its claims."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "urn:tavlen:test", "of-the-client-alone"
Claims = dict[str, Any]


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class LocalIssuer:
    """`claims` are told of everybody; `userinfo` only there. `asked` is the last authorization request."""

    address: str
    claims: Claims
    userinfo: Claims = field(default_factory=dict)
    metadata: Claims = field(default_factory=dict)
    key: rsa.RSAPrivateKey = field(default_factory=new_key)
    asked: dict[str, str] = field(default_factory=dict)
    changed: list[dict[str, str]] = field(default_factory=list)
    _lies: Claims = field(default_factory=dict)
    _codes: dict[str, tuple[dict[str, str], Any]] = field(default_factory=dict)

    def consent(self, authorize: str, *, sign: Any = None, **lies: Any) -> dict[str, str]:
        """The person proves who they are; what the browser then brings back. A lie of None leaves the claim out."""
        parts = urlsplit(authorize)
        assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{self.address}/authorize"
        self.asked = dict(parse_qsl(parts.query))
        code = secrets.token_urlsafe(16)
        self._codes[code] = (self.asked, sign or self.sign)
        self._lies = lies
        return {"code": code, "state": self.asked["state"]}

    def sign(self, claims: Claims, *, key: Any = None, algorithm: str = "RS256", kid: str = "one") -> str:
        return jwt.encode(claims, key or self.key, algorithm=algorithm, headers={"kid": kid})

    def token(self, form: dict[str, str]) -> Claims:
        """Changes a code once, for the client that proves itself, with the verifier that fits."""
        self.changed.append(form)
        asked, sign = self._codes.pop(form["code"])
        assert form["client_secret"] == SECRET
        if "code_challenge" in asked:
            digest = hashlib.sha256(form["code_verifier"].encode()).digest()
            assert asked["code_challenge"] == base64.urlsafe_b64encode(digest).decode().rstrip("=")
        now = int(time.time())
        own = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 300}
        nonce = {"nonce": asked["nonce"]} if "nonce" in asked else {}
        claims = {**own, **nonce, **self.claims, **self._lies}
        told = {name: said for name, said in claims.items() if said is not None}
        return {"access_token": "a-secret-access-token", "token_type": "Bearer", "id_token": sign(told)}

    def about(self) -> Claims:
        own = {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "userinfo_endpoint": f"{self.address}/userinfo",
            "jwks_uri": f"{self.address}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }
        return {**own, **self.metadata}

    def keys(self) -> Claims:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [{**public, "kid": "one", "use": "sig"}]}


@contextmanager
def issuing(claims: Claims, **rest: Any) -> Iterator[LocalIssuer]:
    """Starts the issuer on a free port of this machine, and ends it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Door)
    issuer = LocalIssuer(f"http://127.0.0.1:{server.server_port}/op", claims, **rest)
    server.issuer = issuer  # type: ignore[attr-defined]
    running = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    running.start()
    try:
        yield issuer
    finally:
        server.shutdown()
        running.join()
        server.server_close()


class _Door(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        issuer: LocalIssuer = self.server.issuer  # type: ignore[attr-defined]
        answers = {"openid-configuration": issuer.about, "keys": issuer.keys, "userinfo": lambda: issuer.userinfo}
        self._answer(answers[self.path.rpartition("/")[2]]())

    def do_POST(self) -> None:
        issuer: LocalIssuer = self.server.issuer  # type: ignore[attr-defined]
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self._answer(issuer.token({name: values[0] for name, values in form.items()}))

    def _answer(self, told: Claims) -> None:
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Quiet."""
