"""Installs the front-end's packages and builds what the browser loads."""

from functools import cache

from set_up import python_packages
from set_up.node import Node, packaged_node, system_node
from set_up.places import BUILD, FRONT_END
from set_up.processes import quietly
from set_up.stamps import Step

AGAIN = "Run the same command again; if it fails the same way, delete frontend/node_modules first."


@cache
def node() -> Node:
    """The Node to use; fetches the packaged one where the machine has none that is new enough."""
    found = system_node()
    if found:
        return found
    if not python_packages.NODE.is_done():
        python_packages.NODE.perform()
    return packaged_node()


def _install() -> None:
    quietly(
        [*node().npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        folder=FRONT_END,
        remedy=AGAIN,
    )


def _build() -> None:
    quietly([*node().node, "build.mjs"], folder=FRONT_END, remedy="The messages above name the file and line.")


PACKAGES = Step(
    title="Front-end packages",
    stamp=FRONT_END / "node_modules" / ".marchlines-packages",
    inputs=(FRONT_END / "package-lock.json",),
    action=_install,
)
BUNDLES = Step(
    title="Front-end bundles",
    stamp=BUILD / ".marchlines-frontend",
    inputs=(FRONT_END,),
    action=_build,
    makes=(BUILD / "frontend" / "atlas.js", BUILD / "fonts"),
)
