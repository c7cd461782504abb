"""Sends a document: a short one at once, a long one part by part, so that memory stays flat.

A long one has no Content-Length. What goes wrong on its way cuts the connection before the last chunk, which every
client takes for an error: it never looks like a whole document.
"""

import logging
import zlib
from collections.abc import AsyncIterator, Iterable, Iterator
from itertools import chain
from time import monotonic

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIRequest
from django.db import close_old_connections
from django.http import HttpResponse, StreamingHttpResponse
from django.utils import translation

from timeline.api.encodings import takes

SHORT = 1 << 20
"""Bytes up to which a document is made before anything of it is sent: a fault is then still a refusal."""
PATIENCE = 5.0
"""Seconds after which a document is begun to be sent though it is still short: what stands between a server and its
readers gives up after some."""
BLOCK = 1 << 16

_log = logging.getLogger(__name__)


def sent(request, parts: Iterable[str | bytes], *, content_type: str, language: str) -> HttpResponse:
    """The response that carries the parts; each is made in this language, when it is its turn."""
    blocks = _worded(_blocks(parts), language)
    begun, size, late = [], 0, monotonic() + PATIENCE
    for block in blocks:
        begun.append(block)
        size += len(block)
        if size >= SHORT or monotonic() > late:
            return _streamed(request, chain(begun, _told(blocks, request.path)), content_type)
    return HttpResponse(b"".join(begun), content_type=content_type)


def sent_without_body(request, *, content_type: str) -> StreamingHttpResponse:
    """The answer to HEAD: how long the document is nobody knows before it is made."""
    return StreamingHttpResponse(_iterated(request, iter(())), content_type=content_type)


def _streamed(request, blocks: Iterator[bytes], content_type: str) -> StreamingHttpResponse:
    # Packed here: Django's middleware packs each part of an asynchronous answer as a file of its own, of
    # which some clients read the first alone.
    packed = takes(request.META.get("HTTP_ACCEPT_ENCODING", ""), "gzip")
    response = StreamingHttpResponse(
        _iterated(request, _packed(blocks) if packed else blocks), content_type=content_type
    )
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    return response


def _iterated(request, blocks: Iterator[bytes]):
    """The blocks in the way that the server at hand goes through them without taking all at once."""
    return _in_threads(blocks) if isinstance(getattr(request, "_request", request), ASGIRequest) else blocks


async def _in_threads(blocks: Iterator[bytes]) -> AsyncIterator[bytes]:
    """The blocks, each made in the thread of the request, where its database connection is."""
    try:
        while (block := await sync_to_async(next)(blocks, None)) is not None:
            yield block
    finally:
        # After a fault Django says nothing of the end of the request.
        await sync_to_async(close_old_connections)()


def _blocks(parts: Iterable[str | bytes]) -> Iterator[bytes]:
    """The parts as bytes, joined to blocks that are worth a change of thread."""
    held, size = [], 0
    for part in parts:
        held.append(part.encode() if isinstance(part, str) else part)
        size += len(held[-1])
        if size >= BLOCK:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)


def _worded(blocks: Iterator[bytes], language: str) -> Iterator[bytes]:
    """The blocks, each made while this language is active: the view has returned by then."""
    while True:
        with translation.override(language):
            block = next(blocks, None)
        if block is None:
            return
        yield block


def _told(blocks: Iterator[bytes], path: str) -> Iterator[bytes]:
    """The blocks; a fault is written down before it cuts the connection."""
    try:
        yield from blocks
    except Exception:
        _log.exception("%s broke off after it was begun.", path)
        raise


def _packed(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The blocks as one gzip file (RFC 1952)."""
    packer = zlib.compressobj(6, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    for block in blocks:
        if packed := packer.compress(block):
            yield packed
    yield packer.flush()
