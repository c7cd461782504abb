"""Words the measures as docs/benchmarks.md."""

from collections.abc import Mapping, Sequence

from benchmarks.gates import GATES, Gate, same_render

HEAD = """# Benchmarks

Made by `python3 run bench`; change nothing here by hand. The synthetic atlases come from
`benchmarks/synthetic.py`, the same for a seed. Each visit is a fresh browser with nothing cached,
a second and a half after its start, when it has drawn its own windows; map, timeline, movements and
tokens on, the server warm; frames are counted during three seconds of real mouse input on each
pane. Sizes are bytes as gzip leaves them; servers are asked 200 times over one connection. The
gates are the product's own.

"""


def _number(gate: Gate, value: float | None) -> str:
    if value is None:
        return "not measured"
    figures = f"{value:.0f}" if value >= 100 or gate.unit == "" else f"{value:.1f}"
    return f"{figures} {gate.unit}".strip()


def _verdict(gate: Gate, values: Sequence[float | None]) -> str:
    if gate.limit is None:
        return ""
    return "holds" if all(value is not None and gate.holds(value) for value in values) else "**fails**"


def render(machine: str, command: str, runs: int, columns: Mapping[str, Mapping[str, float]]) -> str:
    """The document; `columns` maps the name of an atlas to its medians."""
    names = list(columns)
    lines = [
        HEAD + f"Measured: {machine}; medians of {runs} interleaved runs; `{command}`.",
        "",
        f"| measure | gate | {' | '.join(names)} | |",
        f"|---|---:|{'---:|' * len(names)}---|",
    ]
    for gate in GATES:
        values = [columns[name].get(gate.key) for name in names]
        limit = "" if gate.limit is None else f"≤ {gate.limit:g} {gate.unit}".strip()
        cells = " | ".join(_number(gate, value) for value in values)
        lines.append(f"| {gate.title} | {limit} | {cells} | {_verdict(gate, values)} |")
    renders = [columns[name]["first_render"] for name in names]
    same = same_render(min(renders), max(renders))
    lines += [
        "",
        f"First render at every size within 1.2× or 40 ms of the fastest: {'holds' if same else '**fails**'}.",
    ]
    return "\n".join(lines) + "\n"


def failures(columns: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Each gate that does not hold, in words."""
    return [
        f"{name}: {gate.title} is {_number(gate, values.get(gate.key))}"
        for name, values in columns.items()
        for gate in GATES
        if gate.limit is not None and (values.get(gate.key) is None or not gate.holds(values[gate.key]))
    ]
