"""Names printed on the plate: empires, seas, lakes, deserts, mountains and regions."""

from __future__ import annotations

from dataclasses import dataclass

from geo.points import Point


@dataclass(frozen=True, slots=True)
class PlateName:
    """One name: its middle, kind, wording by language (a bar breaks the line) and zooms, both ends in.

    Kinds: realm, neighbour, sea, lake, desert, range, region, river. `turn` is in degrees clockwise.
    """

    kind: str
    at: Point
    en: str
    fa: str
    ru: str
    zooms: tuple[int, int]
    turn: int = 0


def _name(kind: str, lat: float, lon: float, words: str, zooms: tuple[int, int], turn: int = 0) -> PlateName:
    en, fa, ru = (part.strip() for part in words.split("/"))
    return PlateName(kind, Point(lat, lon), en, fa, ru, zooms, turn)


NAMES: tuple[PlateName, ...] = (
    _name("realm", 33.2, 55.6, "Persia / ایران / Персия", (4, 7)),
    _name("realm-name", 40.1, 57.6, "Russian|Empire / امپراتوری|روسیه / Российская|империя", (5, 7)),
    _name("realm-name", 40.35, 45.6, "Russian Empire / امپراتوری روسیه / Российская империя", (5, 7)),
    _name("realm-name", 48.2, 45.5, "Russian Empire / امپراتوری روسیه / Российская империя", (4, 5)),
    _name("realm-name", 35.0, 43.0, "Ottoman|Empire / امپراتوری|عثمانی / Османская|империя", (5, 7)),
    _name("realm-name", 38.6, 38.6, "Ottoman Empire / امپراتوری عثمانی / Османская империя", (4, 4)),
    _name("realm-name", 38.6, 38.6, "Ottoman Empire / امپراتوری عثمانی / Османская империя", (6, 7)),
    _name("neighbour", 34.0, 65.0, "Afghanistan / افغانستان / Афганистан", (5, 8)),
    _name("neighbour", 29.0, 68.0, "British India / هند بریتانیا / Британская Индия", (5, 7)),
    _name("neighbour", 27.3, 42.6, "Arabia / عربستان / Аравия", (4, 7)),
    _name("sea", 39.3, 51.75, "Caspian|Sea / دریای|خزر / Каспийское|море", (5, 8)),
    _name("sea", 43.6, 50.4, "Caspian Sea / دریای خزر / Каспийское море", (7, 9)),
    _name("sea", 43.0, 38.6, "Black Sea / دریای سیاه / Чёрное море", (5, 9)),
    _name("sea", 26.6, 52.3, "Persian Gulf / خلیج فارس / Персидский залив", (5, 9), 33),
    _name("sea", 24.8, 58.9, "Gulf of Oman / دریای عمان / Оманский залив", (6, 9)),
    _name("sea", 45.1, 59.9, "Aral|Sea / دریاچهٔ|آرال / Аральское|море", (5, 9)),
    _name("sea", 26.0, 35.6, "Red Sea / دریای سرخ / Красное море", (5, 8), 58),
    _name("sea", 34.2, 27.5, "Mediterranean Sea / دریای مدیترانه / Средиземное море", (4, 7)),
    _name("lake", 37.62, 45.45, "L. Urmia / دریاچهٔ ارومیه / оз. Урмия", (6, 9)),
    _name("lake", 38.6, 42.9, "L. Van / دریاچهٔ وان / оз. Ван", (6, 9)),
    _name("lake", 40.3, 45.35, "L. Sevan / دریاچهٔ سوان / оз. Севан", (7, 10)),
    _name("desert", 34.75, 54.35, "Great Salt Desert / دشت کویر / Большая Солёная пустыня", (6, 9)),
    _name("desert", 30.7, 59.0, "Lut Desert / دشت لوت / Деште-Лут", (6, 9)),
    _name("desert", 39.2, 60.3, "Kara Kum / قره‌قوم / Каракумы", (6, 8)),
    _name("range", 36.22, 51.9, "Alborz / البرز / Эльбурс", (7, 10), 6),
    _name("range", 32.2, 50.2, "Zagros / زاگرس / Загрос", (6, 9), 38),
    _name("range", 42.7, 44.6, "Caucasus / قفقاز / Кавказ", (6, 9), 18),
    _name("range", 37.9, 57.9, "Kopet Dagh / کپه‌داغ / Копетдаг", (7, 10), 22),
    _name("region", 37.55, 47.2, "Azerbaijan / آذربایجان / Азербайджан", (7, 9)),
    _name("region", 36.85, 49.75, "Gilan / گیلان / Гилян", (8, 10)),
    _name("region", 36.45, 53.2, "Mazandaran / مازندران / Мазендеран", (7, 9)),
    _name("region", 35.9, 58.2, "Khorasan / خراسان / Хорасан", (6, 8)),
    _name("region", 29.3, 52.6, "Fars / فارس / Фарс", (6, 8)),
    _name("region", 33.4, 47.6, "Luristan / لرستان / Луристан", (7, 9)),
    _name("region", 30.0, 57.3, "Kerman / کرمان / Керман", (7, 8)),
    _name("region", 35.9, 46.9, "Kurdistan / کردستان / Курдистан", (7, 9)),
    _name("region", 40.9, 50.0, "Absheron / آبشوران / Апшерон", (9, 11)),
    _name("river", 39.45, 47.6, "Aras / ارس / Аракс", (8, 11), -32),
    _name("river", 37.1, 48.9, "Sefid Rud / سفیدرود / Сефидруд", (9, 12), 60),
)
