"""Serves the site with uvicorn and a worker beside it, inside the virtual environment, and says its address."""

import argparse
import sys
from contextlib import nullcontext

import uvicorn

from set_up.worker import beside


class AnnouncedServer(uvicorn.Server):
    """A uvicorn server that prints one line when it listens."""

    async def startup(self, sockets: list | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            host = f"[{self.config.host}]" if ":" in self.config.host else self.config.host
            sys.stdout.write(f"Marchlines is at http://{host}:{self.config.port}/  (Ctrl+C stops it)\n")
            sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(prog="set_up.server")
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--no-worker", action="store_true", help="leave imports to a worker started elsewhere")
    chosen = parser.parse_args()
    server = AnnouncedServer(
        uvicorn.Config(
            "config.asgi:application",
            host=chosen.host,
            port=chosen.port,
            lifespan="off",
            log_level="warning",
            access_log=False,
        )
    )
    with nullcontext() if chosen.no_worker else beside():
        server.run()


if __name__ == "__main__":
    main()
