"""Finds out whether a port of this machine is free."""

import errno
import os
import socket

from set_up.errors import SetUpError


def require_free(host: str, port: int) -> None:
    """Raise SetUpError with a sentence where the port can't be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As uvicorn does, so that a server stopped a moment ago does not look alive.
        # On Windows the same option would let two programs share a port.
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE or os.name == "nt":
                raise SetUpError(
                    f"Port {port} is taken by another program. Stop that one, or choose another port: "
                    f"python3 run --port {port + 1}"
                ) from error
            raise SetUpError(f"Nothing can listen on {host} port {port}: {error.strerror}.") from error
