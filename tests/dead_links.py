"""Walks a static copy as a browser resolves its addresses, and names each that no file of it answers."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

HOST = "http://copy.test/"
NAMING = {"href", "src", "action", "data-page", "data-embed"}
IMPORTED = {"records", "telling", "lesson_script"}


class _Named(HTMLParser):
    """Every address that a page names, whole; `imported` are those that its scripts import, from where they lie."""

    def __init__(self, page: str):
        super().__init__()
        self.page = page
        self.found: list[str] = []
        self.imported: list[str] = []
        self._block = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.found += [urljoin(self.page, value) for name, value in attrs if name in NAMING and value]
        self.imported += [value for name, value in attrs if name == "data-script" and value]
        self._block = (given.get("id") or "") if tag == "script" and given.get("type") == "application/json" else ""

    def handle_endtag(self, tag: str) -> None:
        self._block = ""

    def handle_data(self, data: str) -> None:
        if self._block == "atlas-config":
            self._read(json.loads(data)["urls"])
        elif self._block == "embedding-patterns":
            self.found.append(urljoin(self.page, json.loads(data)["script"]))

    def _read(self, urls: dict) -> None:
        for name, value in urls.items():
            if isinstance(value, dict):
                self._read(value)
            elif name in IMPORTED:
                self.imported.append(value)
            elif "{" not in value:
                self.found.append(urljoin(self.page, value))


def dead_links(folder: Path, *, at: str = "") -> list[str]:
    """“page → address” for each that is not in the folder; at: where it lies on its server, as "atlas/".

    Addresses of other hosts are passed over; one that leaves the folder is dead.
    """
    root = f"{HOST}{at}"
    dead = []
    for path in sorted(folder.rglob("*")):
        own = f"{root}{path.relative_to(folder).as_posix()}"
        for address in _named(path, own):
            target = urlsplit(address)
            if not address.startswith(HOST):
                continue
            file = folder / unquote(f"{target.scheme}://{target.netloc}{target.path}".removeprefix(root))
            file = file / "index.html" if target.path.endswith("/") else file
            if not address.startswith(root) or not file.is_file():
                dead.append(f"{path.relative_to(folder)} → {address}")
    return dead


def _named(path: Path, own: str) -> list[str]:
    if path.suffix == ".html":
        page = _Named(own)
        page.feed(path.read_text(encoding="utf-8"))
        scripts = [each for each in page.found if re.search(r"/static/frontend/(atlas|pages|embed)[\w.-]*\.js$", each)]
        return page.found + [urljoin(script, each) for script in scripts[:1] for each in page.imported]
    if path.suffix == ".css":
        asked = re.findall(r"url\(\s*[\"']?([^\"')]+)", path.read_text(encoding="utf-8"))
        return [urljoin(own, each) for each in asked if not each.startswith(("data:", "#"))]
    if path.parent.name == "atlas-map":
        text = path.read_text(encoding="utf-8")
        found = re.findall(r'new URL\("([^"]+)",document\.currentScript\.src\)', text)
        return [urljoin(own, each) for each in [*found, *re.findall(r'"(/[^"]+\.(?:json|webp))"', text)]]
    return []
