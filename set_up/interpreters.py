"""Says whether a Python can run Marchlines, in syntax that any Python 3 can read."""

import shutil

SUITED = ((3, 13), (3, 12), (3, 11))


def refusal(version, which=shutil.which):
    """Return a sentence with a remedy, or None where (major, minor) is suited.

    `which` finds a program by its name, as shutil.which does.
    """
    if tuple(version) in SUITED:
        return None
    sentence = "Marchlines needs Python 3.11, 3.12 or 3.13; this is Python %d.%d." % tuple(version)
    for major, minor in SUITED:
        name = "python%d.%d" % (major, minor)
        if which(name):
            return sentence + " You have one that will do: %s run" % name
    return sentence + " Get one from https://www.python.org/downloads/ and start `run` with it."
