"""Makes the addresses in a page, a script or a record relative, so that they hold wherever the copy lies.

Our own templates are all it reads: attributes in double quotes, with everything in them escaped.
"""

import json
import re
from html import escape, unescape
from urllib.parse import urljoin

from django.conf import settings

from timeline.static_copy.addresses import Spot, link_between, spot_of
from timeline.static_copy.faults import CopyFault

_TAG = re.compile(r'<(?P<end>/?)(?P<name>a|link|script|img|image|use|iframe|form|input)\b(?P<rest>(?:[^>"]|"[^"]*")*)>')
_ATTRIBUTE = re.compile(r'\s(?P<name>href|src|action|data-script|data-page|data-embed)="(?P<value>[^"]*)"')
_BLOCK = re.compile(r'(<script id="[\w-]+" type="application/json">)(.*?)(</script>)', re.DOTALL)
_REFRESH = re.compile(r'(?<=<meta http-equiv="refresh" content="0; url=)[^"]+')
_STATIC_IN_SCRIPT = re.compile(r'"(/static/[^"\\]+)"')
# Addresses that a script imports are read from where the script lies: all of ours lie in one folder.
_SCRIPTS = "static/frontend/-"
_IMPORTED = ("records", "telling", "lesson_script")
_NEED_A_SERVER = ("desk",)
_HOLES = {"{slug}": "0slug0", "{source}": "0source0"}


class Rewriting:
    """One file of the copy and its links. `found` are the spots that it leads to, in their order."""

    def __init__(self, spot: Spot, root: str):
        """root: where the copy lies on its server, as /atlas/."""
        self.own = spot.file
        self.asked = spot.asked
        self.root = root
        self.found: list[Spot] = []

    def page(self, html: str) -> str:
        """A page: links to what no copy holds become their words. Raises CopyFault for what a page can't be without."""
        html = _BLOCK.sub(lambda block: block[1] + self._block(block[1], block[2]) + block[3], html)
        html = _REFRESH.sub(lambda found: escape(self._link(self._must(unescape(found[0])), self.own)), html)
        made: list[str] = []
        end, unlinked = 0, False
        for tag in _TAG.finditer(html):
            made.append(html[end : tag.start()])
            end = tag.end()
            if tag["end"]:
                keep = not (tag["name"] == "a" and unlinked)
                unlinked = unlinked and tag["name"] != "a"
                made.append(tag[0] if keep else "")
                continue
            written = self._tag(tag)
            unlinked = unlinked or (tag["name"] == "a" and written is None)
            made.append(written or "")
        made.append(html[end:])
        return _with_policy("".join(made))

    def script(self, text: str) -> str:
        """A script of a map: its files are named from where the script itself lies, whichever page loads it."""

        def relative(found: re.Match) -> str:
            link = self._link(self._must(found[1]), self.own)
            return f"new URL({json.dumps(link)},document.currentScript.src).href"

        return _STATIC_IN_SCRIPT.sub(relative, text)

    def record(self, text: str, base: str) -> str:
        """A record as JSON: the paths of pages become whole addresses, which a program can follow."""

        def whole(part):
            if isinstance(part, dict):
                return {key: _page(part, key, value, base) or whole(value) for key, value in part.items()}
            return [whole(each) for each in part] if isinstance(part, list) else part

        return json.dumps(whole(json.loads(text)), ensure_ascii=False, separators=(",", ":"))

    def _tag(self, tag: re.Match) -> str | None:
        """The tag with relative addresses; None for one that leads to what the copy does not hold."""
        lost = False

        def written(attribute: re.Match) -> str:
            nonlocal lost
            address, hash_sign, fragment = unescape(attribute["value"]).partition("#")
            if not address.startswith(("/", "?")) or address.startswith("//"):
                return attribute[0]
            # "?" alone asks for the page without its question, which urljoin would keep.
            own = self.asked.partition("?")[0] if address == "?" else self.asked
            spot = spot_of(urljoin(own, address.removesuffix("?")))
            if spot is None and tag["name"] not in ("a", "link"):
                raise CopyFault(f"{self.asked} needs {address}, which no copy holds.")
            if spot is None:
                lost = True
                return ""
            link = self._link(spot, _SCRIPTS if attribute["name"] == "data-script" else self.own)
            return f' {attribute["name"]}="{escape(f"{link}{hash_sign}{fragment}")}"'

        text = _ATTRIBUTE.sub(written, tag[0])
        return None if lost else text

    def _link(self, spot: Spot, seen_from: str) -> str:
        self.found.append(spot)
        return link_between(seen_from, spot.path, self.root) + spot.state

    def _must(self, address: str) -> Spot:
        spot = spot_of(address)
        if spot is None:
            raise CopyFault(f"{self.asked} needs {address}, which no copy holds.")
        return spot

    def _block(self, start: str, text: str) -> str:
        if '"atlas-config"' not in start and '"embedding-patterns"' not in start:
            return text
        body = json.loads(text)
        if "urls" in body:
            body = {**body, "urls": self._addresses(body["urls"])}
        else:
            body["script"] = self._configured(body["script"], self.own)
        # As Django's json_script escapes.
        return json.dumps(body).replace("<", "\\u003C").replace(">", "\\u003E").replace("&", "\\u0026")

    def _addresses(self, urls: dict) -> dict:
        return {
            name: self._addresses(address)
            if isinstance(address, dict)
            else self._configured(address, _SCRIPTS if name in _IMPORTED else self.own)
            for name, address in urls.items()
            if name not in _NEED_A_SERVER
        }

    def _configured(self, address: str, seen_from: str) -> str:
        """An address of a page's settings, in which {slug} stands for any: those are no file by themselves."""
        asked = address
        for hole, stand_in in _HOLES.items():
            asked = asked.replace(hole, stand_in)
        spot = self._must(asked)
        if asked == address:
            return self._link(spot, seen_from)
        link = link_between(seen_from, spot.path, self.root)
        for hole, stand_in in _HOLES.items():
            link = link.replace(stand_in, hole)
        return link


def _page(record: dict, key: str, value, base: str) -> str | None:
    if key not in ("url", "address") or not isinstance(value, str) or not value.startswith("/"):
        return None
    spot = spot_of(value)
    return f"{base}{spot.path}{spot.state}" if spot else None


def _with_policy(html: str) -> str:
    """The page with the site's own policy in it: a server of plain files may send none."""
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    # What a page itself cannot say: https://www.w3.org/TR/CSP3/#meta-element
    said = (f"{name} {' '.join(sources)}" for name, sources in directives.items() if name != "frame-ancestors")
    policy = f'<meta http-equiv="Content-Security-Policy" content="{escape("; ".join(said), quote=False)}">'
    return html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{policy}', 1)
