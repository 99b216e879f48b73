"""Is the page that sends this our own? Asked of every unsafe request and of every socket, in place of CSRF tokens."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
OUR_OWN_PAGES = ("same-origin", "none")
SENTENCE = (
    "Det kom fra en anden side end Tavlen, så intet er ændret. / This came from another site; nothing was changed."
)


def own_origin(host: str) -> str:
    """Our origin as a browser writes it: the public address, or else plain http to the (allowed) host it asked."""
    return settings.TAVLEN_BASE_URL or f"http://{host.lower().removesuffix(':80')}"


def is_same_origin(*, origin: str | None, own: str, fetch_site: str | None = None) -> bool:
    """Whether our own page, or no browser at all, sends this.

    `fetch_site` (Sec-Fetch-Site) is the browser's own verdict and no page can forge it; where it is missing, `origin`
    must be ours in scheme, host and port. Neither is sent by programs, which also bring no cookie of a person.
    """
    if fetch_site is not None:
        return fetch_site in OUR_OWN_PAGES
    return origin is None or origin.lower() == own


class CrossSiteGuard:
    """Refuses what another site's page sends with a person's cookie. No view can exempt itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in SAFE_METHODS or self._is_ours(request):
            return self.get_response(request)
        return HttpResponseForbidden(SENTENCE, content_type="text/plain; charset=utf-8")

    def _is_ours(self, request: HttpRequest) -> bool:
        return is_same_origin(
            origin=request.headers.get("Origin"),
            fetch_site=request.headers.get("Sec-Fetch-Site"),
            own=own_origin(request.get_host()),
        )
