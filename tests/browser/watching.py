"""Watches a browser's pages and remembers everything that ought not to happen in them."""

from dataclasses import dataclass, field


@dataclass
class Watch:
    """What went wrong in the pages of one context, in words; empty means nothing did.

    `allowed` holds texts: a complaint that contains one of them was expected by the test.
    """

    origin: str
    allowed: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def attach(self, context) -> None:
        context.on("console", self._console)
        context.on("weberror", lambda error: self.seen.append(f"page error: {error.error}"))
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)

    @property
    def complaints(self) -> list[str]:
        return [line for line in self.seen if not any(words in line for words in self.allowed)]

    def _console(self, message) -> None:
        if message.type in {"error", "warning"}:
            self.seen.append(f"console {message.type}: {message.text} ({message.location.get('url', '')})")

    def _request(self, request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((f"{self.origin}/", "data:", "blob:", "about:")):
            self.seen.append(f"asked another host: {request.url}")

    def _failed(self, request) -> None:
        # A request that the page itself gave up (a newer question, a page left) is no failure.
        if request.failure and "ERR_ABORTED" not in request.failure:
            self.seen.append(f"request failed: {request.url} {request.failure}")

    def _response(self, response) -> None:
        if response.status >= 400:
            self.seen.append(f"status {response.status}: {response.url}")
