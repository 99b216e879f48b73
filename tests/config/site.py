"""A small site under the real settings and middlewares, for what the handler and the guards must bear."""

import os
import threading
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.signals import request_finished
from django.db import connection, transaction
from django.dispatch import receiver
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.urls import path
from django.utils import translation

NOTES = Path(os.environ["TAVLEN_DATA_DIR"])
_together = threading.Barrier(8)
_local = threading.local()


def tiny(request: HttpRequest) -> HttpResponse:
    return HttpResponse(b"ok", content_type="text/plain")


def told(request: HttpRequest) -> HttpResponse:
    """A page that says itself who may keep it, as a plan's pages do."""
    return HttpResponse(b"ok", headers={"Cache-Control": "private, no-cache", "ETag": '"1"'})


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("words of a citizen")


def upload(request: HttpRequest) -> JsonResponse:
    sizes = {file.name: file.size for _, file in request.FILES.items() if isinstance(file, UploadedFile)}
    return JsonResponse({"fields": request.POST.dict(), "files": sizes})


def body(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(len(request.body)))


def together(request: HttpRequest) -> HttpResponse:
    """Answers only when eight requests stand here at once."""
    _together.wait(timeout=10)
    return HttpResponse(threading.current_thread().name)


def thread(request: HttpRequest) -> JsonResponse:
    """Which thread, the number of its database connection, and the language left behind by whoever was here before."""
    connection.ensure_connection()
    answer: dict[str, Any] = {
        "thread": threading.current_thread().name,
        "connection": id(connection.connection),
        "language": translation.get_language(),
        "left": getattr(_local, "left", 0),
    }
    _local.left = answer["left"] + 1
    translation.activate("en")
    return JsonResponse(answer)


def slow(request: HttpRequest) -> HttpResponse:
    """A change that takes its time; it leaves a note when it is done, whether or not anybody waits for the answer."""
    time.sleep(float(request.GET["seconds"]))
    (NOTES / request.GET["note"]).touch()
    return HttpResponse("done")


def stream(request: HttpRequest) -> StreamingHttpResponse:
    """Three parts, each with the thread that made it; a note when the response is closed."""

    def parts() -> Iterator[bytes]:
        try:
            for number in range(int(request.GET.get("count", "3"))):
                time.sleep(float(request.GET.get("pause", "0")))
                yield f"{number} {threading.current_thread().name}\n".encode()
        finally:
            (NOTES / request.GET["note"]).touch()

    return StreamingHttpResponse(parts(), content_type="text/plain")


def async_stream(request: HttpRequest) -> StreamingHttpResponse:
    async def parts() -> AsyncIterator[bytes]:
        for number in range(3):
            yield f"{number}\n".encode()

    return StreamingHttpResponse(parts(), content_type="text/plain")


def file(request: HttpRequest) -> FileResponse:
    return FileResponse((NOTES / "file").open("rb"), content_type="application/octet-stream")


def breaks_off(request: HttpRequest) -> StreamingHttpResponse:
    def parts() -> Iterator[bytes]:
        yield b"begun\n"
        raise RuntimeError("words of a citizen")

    return StreamingHttpResponse(parts(), content_type="text/plain")


def count_up(request: HttpRequest) -> HttpResponse:
    """Reads, then writes: what fails every second time when transactions begin deferred."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT number FROM counter")
        number = cursor.fetchone()[0] + 1
        cursor.execute("UPDATE counter SET number = %s", [number])
    return HttpResponse(str(number))


def finished(request: HttpRequest) -> HttpResponse:
    """How many requests have been finished in this thread: only then are its connections looked after."""
    return HttpResponse(str(getattr(_local, "finished", 0)))


@receiver(request_finished)
def count_finished(**_: object) -> None:
    _local.finished = getattr(_local, "finished", 0) + 1


def visit(request: HttpRequest) -> HttpResponse:
    """Begins a session, in a table made for it on the way."""
    columns = "session_key TEXT PRIMARY KEY, session_data TEXT, expire_date TEXT, person_id INTEGER, used_at TEXT"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE IF NOT EXISTS people_session ({columns})")
    request.session["visited"] = True
    return HttpResponse("ok")


def form(request: HttpRequest) -> HttpResponse:
    """A page with a form that posts to `to`."""
    button = f'<form method="post" action="{request.GET["to"]}"><button>Send</button></form>'
    return HttpResponse(button)


def shown(request: HttpRequest) -> JsonResponse:
    """What the browser said of itself, seen by a view that the guard let through."""
    names = ("Origin", "Sec-Fetch-Site", "Referer")
    return JsonResponse({name: request.headers.get(name) for name in names})


VIEWS = (tiny, told, broken, upload, body, together, thread, slow, stream, async_stream, file, breaks_off, form, shown)
urlpatterns = [path(view.__name__.replace("_", "-"), view) for view in (*VIEWS, count_up, finished, visit)]
