"""Builds the base plate, compiles the messages, fills the database and collects static files."""

import os

from set_up.places import BUILD, FRONT_END, ROOT, data_folder, venv_python
from set_up.processes import quietly
from set_up.stamps import Step

DATABASE_URL = os.environ.get("DATABASE_URL", "")


def _manage(*words: str, remedy: str) -> None:
    quietly([venv_python(), "manage.py", *words], remedy=remedy)


def _load() -> None:
    remedy = "The database is as it was before this step. The messages above name what stood in the way."
    _manage("migrate", "--noinput", remedy=remedy)
    _manage("load_seeds", remedy=remedy)


PLATE = Step(
    title="Base plate of the map",
    stamp=BUILD / ".marchlines-plate",
    inputs=(
        ROOT / "geo" / "baseplate",
        ROOT / "seeds" / "plans",
        FRONT_END / "package-lock.json",
        ROOT / "requirements.lock",
    ),
    action=lambda: _manage("build_plate", remedy="Delete the folder build and run the same command again."),
    makes=(BUILD / "plate",),
)
CATALOGUES = Step(
    title="Message catalogues",
    stamp=BUILD / ".marchlines-catalogues",
    inputs=tuple(sorted((ROOT / "locale").rglob("*.po"))),
    action=lambda: _manage("compile_catalogues", remedy="The messages above name the catalogue and line."),
)
ATLAS = Step(
    title="Database and atlas",
    stamp=data_folder() / ".marchlines-atlas",
    inputs=(
        *sorted(ROOT.glob("*/migrations")),
        ROOT / "seeds",
        ROOT / "chronology",
        ROOT / "geo" / "models.py",
        *sorted((ROOT / "timeline").glob("*.py")),
        ROOT / "timeline" / "models",
        ROOT / "timeline" / "seeding",
    ),
    action=_load,
    words=(DATABASE_URL,),
    makes=() if DATABASE_URL else (data_folder() / "marchlines.sqlite3",),
)
STATIC_FILES = Step(
    title="Static files",
    stamp=data_folder() / ".marchlines-static",
    inputs=(ROOT / "static", BUILD, ROOT / "requirements.lock"),
    action=lambda: _manage("collectstatic", "--noinput", "--clear", remedy="The messages above name the file."),
    makes=(data_folder() / "static" / "staticfiles.json",),
)
