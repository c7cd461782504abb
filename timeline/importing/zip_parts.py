"""Packs files into a zip that is handed on while it is made, so that memory holds none of them whole."""

import io
import zipfile
from collections.abc import Iterable, Iterator

# The same files give the same bytes, whenever and wherever they are packed.
_THE_SAME_MOMENT = (1980, 1, 1, 0, 0, 0)
_BLOCK = 1 << 16


def zip_in_parts(files: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """The archive, part by part; each file is its name and its content in parts. Sizes stand behind each file, not
    before it (PKWARE APPNOTE 4.3.9), since they are known only then."""
    outlet = _Outlet()
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, parts in files:
            entry = zipfile.ZipInfo(name, _THE_SAME_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            with archive.open(entry, "w") as file:
                for part in parts:
                    file.write(part)
                    if len(outlet.held) >= _BLOCK:
                        yield outlet.taken()
    yield outlet.taken()


class _Outlet(io.RawIOBase):
    """A file that can only be written to; `held` is what nobody has taken yet."""

    def __init__(self) -> None:
        self.held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.held += data
        return len(data)

    def taken(self) -> bytes:
        """What is held, which is then held no more."""
        taken = bytes(self.held)
        self.held.clear()
        return taken
