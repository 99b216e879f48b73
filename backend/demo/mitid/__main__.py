"""Runs the demo's MitID until its standard input closes: when whoever started it ends, however they end."""

import os
import signal
import sys
import threading
from socketserver import ThreadingMixIn
from typing import Any
from urllib.parse import urlsplit
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server


class Server(ThreadingMixIn, WSGIServer):
    """A browser may open a line and say nothing: that must not keep the others waiting."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Addresses hold codes: nothing of them is written down."""

    def log_message(self, *_: Any) -> None:
        pass


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # meant for the server in the same terminal; the pipe tells us
    threading.Thread(target=_end_with_whoever_started, daemon=True).start()
    os.environ["DJANGO_SETTINGS_MODULE"] = "backend.demo.mitid.settings"
    import django

    django.setup()
    from backend.demo.mitid import settings

    _populate()
    port = urlsplit(settings.ISSUER).port or 0
    with make_server("127.0.0.1", port, _one_at_a_time(), server_class=Server, handler_class=Quiet) as server:
        server.serve_forever()


def _populate() -> None:
    """Tables in memory, the people, and Tavlen as the one client; on a loopback address any port may come back."""
    from allauth.idp.oidc.models import Client
    from django.contrib.auth.models import User
    from django.core.management import call_command

    from backend.demo.mitid import settings
    from backend.demo.mitid.people import EVERYBODY

    call_command("migrate", run_syncdb=True, verbosity=0)
    User.objects.bulk_create(User(username=key) for key in EVERYBODY)
    client = Client(id=settings.CLIENT_ID, name="Tavlen", skip_consent=True)
    client.set_secret(settings.CLIENT_SECRET)
    client.set_scopes(["openid", "ssn"])
    client.set_redirect_uris(["http://127.0.0.1/sign-in/mitid/back/"])
    client.save()


def _one_at_a_time() -> Any:
    """A database in memory, shared by threads, knows no waiting."""
    from django.core.wsgi import get_wsgi_application

    application, turn = get_wsgi_application(), threading.Lock()

    def answer(*request: Any) -> Any:
        with turn:
            return application(*request)

    return answer


def _end_with_whoever_started() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    main()
