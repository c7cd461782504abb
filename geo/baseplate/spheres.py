"""The lines of the Anglo-Russian convention of 1907, drawn through the places it names."""

from __future__ import annotations

from geo.points import Point

AFGHAN_FRONTIER_NORTH = Point(35.6, 61.2)

SPHERES: dict[str, tuple[Point, ...]] = {
    "russia": (
        Point(34.52, 45.58),  # Qasr-e Shirin
        Point(32.66, 51.67),  # Isfahan
        Point(31.90, 54.37),  # Yazd
        Point(34.14, 58.64),  # Kakhk
        AFGHAN_FRONTIER_NORTH,  # near Zulfikar
    ),
    "britain": (
        Point(32.95, 60.60),  # the Afghan frontier at Gazik
        Point(32.87, 59.21),  # Birjand
        Point(30.28, 57.08),  # Kerman
        Point(27.18, 56.28),  # Bandar Abbas
    ),
}
"""Each line in order, with its sphere on the left hand of one who walks it in this order."""

SPHERE_NAMES: dict[str, tuple[str, str, str]] = {
    "russia": ("Russian sphere, 1907", "منطقهٔ نفوذ روس، ۱۹۰۷", "Русская сфера влияния, 1907"),
    "britain": ("British sphere, 1907", "منطقهٔ نفوذ بریتانیا، ۱۹۰۷", "Британская сфера влияния, 1907"),
}
"""What is printed along each line: English, Persian, Russian."""
