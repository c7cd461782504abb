"""Serves pages of another site, or a folder as it stands, by Python's own http.server on a port of its own."""

from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


def hosting(pages: dict[str, str], headers: dict[str, str] | None = None):
    """Serve texts by their paths: scripts where those end in .js, else pages. Any other path answers 404."""

    class Host(BaseHTTPRequestHandler):
        def do_GET(self):
            path = self.path.partition("?")[0]
            body = pages.get(path, "").encode()
            self.send_response(200 if path in pages else 404)
            kind = "text/javascript" if path.endswith(".js") else "text/html"
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words):
            pass

    return _answering(Host)


def handing_out(folder: Path):
    """Serve a folder of files."""

    class Files(SimpleHTTPRequestHandler):
        def log_message(self, *words):
            pass

    return _answering(partial(Files, directory=str(folder)))


@contextmanager
def _answering(handler):
    """Answer by this handler; yields the origin."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
