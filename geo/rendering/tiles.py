"""The optional online tile layer, off unless the operator names one."""

from __future__ import annotations

import folium


class OnlineTiles(folium.TileLayer):
    """Tiles of another host under a stable name, with the referrer that tile servers ask for."""

    def __init__(self, url: str, *, credit: str) -> None:
        super().__init__(
            tiles=url,
            attr=credit,
            control=False,
            max_zoom=13,
            min_zoom=4,
            # Django's own default, "same-origin", makes public tile servers answer 403.
            referrerPolicy="strict-origin-when-cross-origin",
        )

    @classmethod
    def _generate_id(cls) -> str:
        return "online"
