"""Collects rows of the seed tables while a file is read, and gives new things their slugs and claims their keys."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from timeline.importing.known_names import ClaimPlace, Known, KnownClaim
from timeline.importing.refusals import BadRow, cleaned
from timeline.importing.slugs import Slugs
from timeline.importing.staged import RowProblem, Staged, StagedRow


class Spot:
    """Where in the file something stands: `origin` in the editor's words, `given` as the editor wrote it."""

    __slots__ = ("given", "origin")

    def __init__(self, origin: str, given: dict[str, str]):
        self.origin = origin
        self.given = given


class Draft:
    """The rows of the tables so far, and what is wrong with the file."""

    def __init__(self, known: Known):
        self.known = known
        self.atlas = known.atlas
        self.slugs = {kind: Slugs(known.taken.get(kind, ())) for kind in ("event", "place", "source", "force")}
        self.problems: list[RowProblem] = []
        self._losses: dict[str, list[str]] = {}
        self._tables: dict[str, list[StagedRow]] = defaultdict(list)
        self._numbers = {slug: number or 0 for slug, number in known.numbers.items()}
        self._used: set[str] = set()
        self._staged: set[tuple[str, str]] = set()

    def add(self, table: str, spot: Spot, **cells: str) -> None:
        """Stage one row of a table; a column that is not named leaves what is there."""
        self._tables[table].append(StagedRow(spot.origin, cells, spot.given))

    def once(self, table: str, key: str, spot: Spot, **cells: str) -> None:
        """Stage a row that several of the file lead to, the first time that they do."""
        if (table, key) not in self._staged:
            self._staged.add((table, key))
            self.add(table, spot, **cells)

    def rows(self, table: str) -> list[StagedRow]:
        """The rows of a table that are staged so far."""
        return self._tables.get(table, [])

    def refuse(self, bad: BadRow, spot: Spot) -> None:
        """Note why a row is not staged."""
        self.problems.append(bad.of(spot.origin, spot.given))

    def lose(self, sentence: str, origin: str = "") -> None:
        """Note what can't be held; the same sentence of several rows is told once, with its rows."""
        self._losses.setdefault(cleaned(sentence), []).extend([origin] if origin else [])

    def claim_key(self, source: str, subject: str, attribute: str, edge: str = "") -> str:
        """The key of the claim that stands there already, else the next of its source.

        A second claim of one source about one thing is the second that is there, so that a file read
        again changes its own claims and makes no new ones.
        """
        place = (source, subject, attribute, edge)
        unused = [claim for claim in self.known.claims.get(place, ()) if claim.key not in self._used]
        if unused:
            self._used.add(unused[0].key)
            return unused[0].key
        self._numbers[source] = self._numbers.get(source, 0) + 1
        return f"{source}-{self._numbers[source]}"

    def said_already(self, places: Iterable[ClaimPlace], adds_nothing: Callable[[str], bool]) -> KnownClaim | None:
        """The claim there is to whose value nothing is added, noted as met; None where there is none."""
        for claim in (claim for place in places for claim in self.known.claims.get(place, ())):
            if claim.key not in self._used and adds_nothing(claim.value):
                self._used.add(claim.key)
                return claim
        return None

    def staged(self, columns: Iterable[str]) -> Staged:
        """Everything collected."""
        return Staged(
            tables=dict(self._tables),
            problems=tuple(self.problems),
            losses=tuple(_with_rows(sentence, origins) for sentence, origins in self._losses.items()),
            columns=tuple(columns),
        )


def _with_rows(sentence: str, origins: list[str], shown: int = 3) -> str:
    if not origins:
        return sentence
    named = ", ".join(dict.fromkeys(origins[:shown]))
    more = f" + {len(origins) - shown}" if len(origins) > shown else ""
    return f"{sentence} ({named}{more})"
