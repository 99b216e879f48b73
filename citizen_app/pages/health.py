"""Is the server well? Asked by whoever keeps it running; answers nothing about anybody."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from citizen_app.hub import Hub


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when the database answers, else 503."""
    is_well = _database_answers()
    told = {
        "status": "ok" if is_well else "down",
        "release": settings.TAVLEN_RELEASE,
        "database": connection.vendor if is_well else "down",
        "live": "redis" if settings.TAVLEN_REDIS_URL else "one process",
        "sockets": len(Hub.present.everybody()) if Hub.present else 0,
    }
    return JsonResponse(told, status=200 if is_well else 503)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone() == (1,))
    except DatabaseError:
        return False
