"""The rules of the house that a machine can check."""

import ast
import re
import subprocess
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("chronology", "geo", "timeline", "config")
# What each package may import of ours: itself and what stands before it.
ALLOWED = {name: set(PACKAGES[: position + 1]) for position, name in enumerate(PACKAGES)}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}
OURS = (*PACKAGES, "set_up", "benchmarks", "tests")


@cache
def _tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def _modules(*folders: str) -> list[Path]:
    return sorted(chain.from_iterable((ROOT / folder).rglob("*.py") for folder in folders))


@cache
def _imports(module: Path) -> set[str]:
    """Full dotted names a module imports, wherever in it the import stands."""
    found = set()
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = list(module.relative_to(ROOT).with_suffix("").parts[: -node.level]) if node.level else []
            base = ".".join([*package, *([node.module] if node.module else [])])
            found.add(base)
            found.update(f"{base}.{alias.name}" for alias in node.names)
    return found


def _reaches(imports: set[str], package: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for name in imports)


def _inside(module: Path, place: str) -> bool:
    return module.relative_to(ROOT).as_posix().startswith(place)


def _committed() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git clone: what is committed can't be listed")
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("package", PACKAGES)
def test_the_arrow_points_one_way(package):
    wrong = [
        f"{module.relative_to(ROOT)} imports {other}"
        for module in _modules(package)
        for other in set(PACKAGES) - ALLOWED[package]
        if _reaches(_imports(module), other)
    ]
    assert wrong == []


def test_chronology_knows_no_django():
    wrong = [module.name for module in _modules("chronology") if _reaches(_imports(module), "django")]
    assert wrong == []


@pytest.mark.parametrize(
    ("library", "only_in"),
    [("folium", "geo/rendering/"), ("branca", "geo/rendering/"), ("geopy.geocoders", "geo/geocoding")],
)
def test_a_library_is_imported_in_one_place(library, only_in):
    wrong = [
        str(module.relative_to(ROOT))
        for module in _modules(*PACKAGES)
        if _reaches(_imports(module), library) and not _inside(module, only_in)
    ]
    assert wrong == []


def test_set_up_needs_only_the_standard_library():
    import sys

    needing = {
        f"{module.name}: {name}"
        for module in _modules("set_up")
        if module.name != "server.py"  # the one that runs inside the virtual environment
        for name in {full.split(".")[0] for full in _imports(module)}
        if name not in sys.stdlib_module_names and name != "set_up"
    }
    assert needing == set()


def test_no_module_has_a_vague_name():
    assert [str(module) for module in _modules(*OURS) if module.stem in VAGUE_NAMES] == []


def test_no_front_end_module_has_a_vague_name():
    scripts = (ROOT / "frontend" / "src").rglob("*.js")
    assert [str(script) for script in scripts if script.stem in VAGUE_NAMES] == []


def test_every_module_opens_with_one_sentence():
    wrong = []
    for module in _modules(*PACKAGES, "set_up", "benchmarks"):
        if "migrations" in module.parts:
            continue
        stated = ast.get_docstring(_tree(module)) or ""
        first_paragraph = stated.split("\n\n")[0]
        if not first_paragraph.endswith((".", "…")):
            wrong.append(f"{module.relative_to(ROOT)}: {first_paragraph!r}")
    assert wrong == []


def test_every_front_end_module_opens_with_a_sentence():
    wrong = [
        script.name
        for script in (ROOT / "frontend" / "src").rglob("*.js")
        if not script.read_text(encoding="utf-8").startswith(("// ", "/** "))
    ]
    assert wrong == []


SCRIPT_BANS = {
    "writes markup from text": r"\.\s*(innerHTML|outerHTML)\b|insertAdjacentHTML|document\s*\.\s*write\b",
    "runs text as code": r"\beval\s*\(|new\s+Function\s*\(",
    "uses the browser's Date for history": r"\bnew\s+Date\b|\bDate\s*\.\s*(parse|UTC)\b",
}


def _without_comments(source: str) -> str:
    return re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", source, flags=re.DOTALL)


@pytest.mark.parametrize("ban", SCRIPT_BANS)
def test_no_script(ban):
    wrong = [
        script.name
        for script in (ROOT / "frontend" / "src").rglob("*.js")
        if re.search(SCRIPT_BANS[ban], _without_comments(script.read_text(encoding="utf-8")))
    ]
    assert wrong == []


PHYSICAL = re.compile(
    r"(?:^|[;{\s])("
    r"(?:margin|padding)-(?:left|right)"
    r"|border-(?:left|right)(?:-\w+)*"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
    r"|(?:left|right)"
    r")\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)\b"
)


def test_styles_know_start_and_end_but_not_left_and_right():
    wrong = []
    for style in chain((ROOT / "frontend" / "src").rglob("*.css"), (ROOT / "static").rglob("*.css")):
        rules = re.sub(
            r"/\*.*?\*/", lambda comment: re.sub(r"[^\n]", " ", comment[0]), style.read_text(), flags=re.DOTALL
        )
        wrong += [
            f"{style.name}:{n}: {line.strip()}" for n, line in enumerate(rules.splitlines(), 1) if PHYSICAL.search(line)
        ]
    assert wrong == []


def test_the_ban_on_physical_properties_catches_them():
    caught = ["  margin-left: 4px;", "a{left:0}", "text-align: right", "border-top-left-radius: 2px;"]
    allowed = [
        "margin-inline-start: 4px;",
        "inset-inline-end: 0;",
        "text-align: start;",
        "--left: 1px;",
        "border-block: 0",
    ]
    assert all(PHYSICAL.search(line) for line in caught)
    assert not any(PHYSICAL.search(line) for line in allowed)


INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")|<style\b|\sstyle=|\son\w+=\"|javascript:"
)


def test_templates_hold_no_inline_script_or_style():
    templates = chain(
        (ROOT / "templates").rglob("*.html"), *((ROOT / name).glob("**/templates/**/*.html") for name in PACKAGES)
    )
    wrong = [
        f"{template.relative_to(ROOT)}: {found[0]}"
        for template in templates
        if (found := INLINE.search(re.sub(r"{#.*?#}", "", template.read_text(encoding="utf-8"))))
    ]
    assert wrong == []


# What a page loads, as against what it names or links to.
LOADS = re.compile(
    r"(?:\bsrc=|\bsrcset=|<link[^>]+\bhref=|url\(|@import\s+|\bfetch\(|\bimport\s*\(|\bfrom\s+)\s*[\"'`]?(?:https?:)?//[\w.-]+",
    re.IGNORECASE,
)


def test_nothing_is_loaded_from_another_host():
    wrong = []
    for folder, kinds in (
        ("templates", "html svg txt"),
        ("static", "html svg css js"),
        ("frontend/src", "css js"),
        ("geo", "html"),
        ("timeline", "html"),
    ):
        for kind in kinds.split():
            for file in (ROOT / folder).rglob(f"*.{kind}"):
                wrong += [
                    f"{file.relative_to(ROOT)}: {found}" for found in LOADS.findall(file.read_text(encoding="utf-8"))
                ]
    assert wrong == []


BINARIES_OF_OTHERS = {".woff", ".woff2", ".ttf", ".otf", ".whl", ".tgz", ".mo", ".wasm", ".so", ".node"}


def test_nothing_of_third_parties_is_committed():
    names = _committed()
    vendored = [name for name in names if re.search(r"(^|/)(node_modules|vendor|site-packages|\.venv)/", name)]
    binaries = [name for name in names if Path(name).suffix in BINARIES_OF_OTHERS]
    minified = [name for name in names if re.search(r"\.min\.(js|css)$", name)]
    assert vendored + binaries + minified == []


def test_no_committed_file_names_a_folder_of_some_machine():
    wrong = []
    for name in _committed():
        if Path(name).suffix in {".png", ".webp", ".ico"} or name == "tests/test_architecture.py":
            continue
        text = (ROOT / name).read_text(encoding="utf-8", errors="replace")
        wrong += [f"{name}: {found}" for found in re.findall(r"(?<![\w.])/(?:home|work|root|Users)/[\w.-]+", text)]
    assert wrong == []
