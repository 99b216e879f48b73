"""Django's handler for ASGI, with each request done whole in one thread (docs/decisions/0001-own-asgi-handler.md)."""

import asyncio
import logging
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from io import BytesIO
from typing import IO, Any, cast

from django.conf import settings
from django.core import signals
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.urls import set_script_prefix

from backend.config.logs import log_access
from backend.config.workers import Worker, Workers

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Response = HttpResponse | StreamingHttpResponse

CHUNK_BYTES = 2**16
SPOOL_BYTES = 2**18
WHOLE_FILE_BYTES = 2**20
TOO_LARGE = "Det er for stort til at sende. / This is too large to send."
BROKEN = "Der gik noget galt, og intet er gemt. / Something went wrong; nothing was saved."
logger = logging.getLogger("tavlen.handler")


class BodyTooLarge(Exception):
    """More bytes than any page or upload of ours may send."""


class Handler(ASGIHandler):
    """What stock Django spreads over many threads and tasks happens here in one job: the request's signals,
    middleware, view, and the closing of the response, so `CONN_MAX_AGE` and `close_old_connections` work as they do
    under WSGI. Only bytes pass between the loop and the thread.

    A request whose client has gone is still done to its end: its change is committed or refused as a whole, and the
    same change sent again gets the stored answer. A stream keeps its thread until its last byte.
    """

    def __init__(self) -> None:
        self.load_middleware(is_async=False)
        self.workers = Workers(settings.TAVLEN_THREADS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # type: ignore[override]
        started = time.perf_counter()
        try:
            body = await _read_body(receive)
        except RequestAborted:
            return
        except BodyTooLarge:
            status = await _refuse_body(send)
        else:
            async with self.workers.lend() as worker:
                status = await self._answer(worker, scope, body, receive, send)
        took = (time.perf_counter() - started) * 1000
        log_access(method=scope["method"], path=scope["path"], status=status, milliseconds=took)

    async def _answer(self, worker: Worker, scope: Scope, body: IO[bytes], receive: Receive, send: Send) -> int:
        response, content = await worker.run(self._respond, scope, body)
        await send({"type": "http.response.start", "status": response.status_code, "headers": _headers(response)})
        if content is not None:
            await _send_whole(content, send)
            return response.status_code
        try:
            await _send_stream(cast(StreamingHttpResponse, response), worker, receive, send)
        except Exception:
            # Raised further, it would stop Daphne's own clock (it cannot answer 500 once an answer has begun).
            logger.exception("a stream broke off")
            await _send_whole(b"", send)
        finally:
            await asyncio.shield(worker.run(response.close))
        return response.status_code

    def _respond(self, scope: Scope, body: IO[bytes]) -> tuple[Response, bytes | None]:
        """In the worker's thread, from signal to signal; content is None if the response is to be streamed."""
        set_script_prefix(get_script_prefix(scope))
        signals.request_started.send(sender=self.__class__, scope=scope)
        response = self._response_to(scope, body)
        response._handler_class = self.__class__  # type: ignore[union-attr]
        if isinstance(response, FileResponse):
            response.block_size = CHUNK_BYTES
        content = b"" if scope["method"] == "HEAD" else _content(response)
        if content is not None:
            response.close()
        return response, content

    def _response_to(self, scope: Scope, body: IO[bytes]) -> Response:
        """The chain turns exceptions into pages; what escapes it (a broken 500 page) becomes one plain sentence."""
        request, refusal = self.create_request(scope, body)
        if request is None:
            return cast(Response, refusal)
        try:
            return cast(Response, self.get_response(request))
        except Exception:
            logger.exception("no page could be made")
            return HttpResponse(BROKEN, status=500, content_type="text/plain; charset=utf-8")


async def _read_body(receive: Receive) -> IO[bytes]:
    """The whole body, in memory while small, else in a temporary file; RequestAborted or BodyTooLarge."""
    message = await receive()
    if message["type"] == "http.request" and not message.get("more_body"):
        return BytesIO(message.get("body", b""))
    file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=SPOOL_BYTES)  # noqa: SIM115  (its reader closes it)
    size = 0
    while True:
        if message["type"] == "http.disconnect":
            file.close()
            raise RequestAborted
        size += file.write(message.get("body", b""))
        if size > settings.TAVLEN_BODY_MAX_BYTES:
            file.close()
            raise BodyTooLarge
        if not message.get("more_body"):
            file.seek(0)
            return file
        message = await receive()


async def _refuse_body(send: Send) -> int:
    headers = [(b"Content-Type", b"text/plain; charset=utf-8"), (b"Connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await _send_whole(TOO_LARGE.encode(), send)
    return 413


def _content(response: Response) -> bytes | None:
    """All bytes of a page or of a small file; None for what is streamed."""
    if isinstance(response, HttpResponse):
        return response.content
    length = response.headers.get("Content-Length")
    if response.is_async or length is None or int(length) > WHOLE_FILE_BYTES:
        return None
    return b"".join(response)


def _headers(response: Response) -> list[tuple[bytes, bytes]]:
    plain = [(name.encode("ascii"), value.encode("latin-1")) for name, value in response.items()]
    cookies = [(b"Set-Cookie", cookie.OutputString().encode("ascii")) for cookie in response.cookies.values()]
    return plain + cookies


async def _send_whole(content: bytes, send: Send) -> None:
    await send({"type": "http.response.body", "body": content})


async def _send_stream(response: StreamingHttpResponse, worker: Worker, receive: Receive, send: Send) -> None:
    """Chunk by chunk, each made in the worker's thread, until the end or until nobody is there to take it."""
    gone = asyncio.ensure_future(receive())
    try:
        async for chunk in _chunks(response, worker):
            if gone.done():
                return
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await _send_whole(b"", send)
    finally:
        gone.cancel()


async def _chunks(response: StreamingHttpResponse, worker: Worker) -> AsyncIterator[bytes]:
    if response.is_async:
        async for chunk in response:
            yield chunk
        return
    chunks = iter(response)
    while (chunk := await worker.run(next, chunks, None)) is not None:
        yield chunk
