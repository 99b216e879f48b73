"""Is the server well? Asked by whoever keeps it running; answers nothing about anybody."""

from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from backend.reach.pulse import read_worker_health
from citizen_app.hub import Hub


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when the database answers, else 503. `?of=worker`: 200 when a worker goes its rounds, too.

    A silent worker is told in numbers and takes no server out of a load balancer: its pages are as good as before.
    """
    worker = _worker()
    told = {
        "status": "ok" if worker else "down",
        "release": settings.TAVLEN_RELEASE,
        "database": connection.vendor if worker else "down",
        "live": "redis" if settings.TAVLEN_REDIS_URL else "one process",
        "sockets": len(Hub.present.everybody()) if Hub.present else 0,
        "worker": worker,
    }
    is_well = bool(worker) and (request.GET.get("of") != "worker" or worker["state"] == "ok")
    return JsonResponse(told, status=200 if is_well else 503)


def _worker() -> dict[str, Any]:
    """Empty when the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return asdict(read_worker_health())
    except DatabaseError:
        return {}
