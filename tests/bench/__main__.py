"""Run the benchmark: print a table, write build/bench.json.

`python -m tests.bench --only NAME` runs the group that holds the figure NAME.
"""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table
from tests.bench import first_visit, maps
from tests.bench.figure import Figure

#: Groups of figures that are measured together.
GROUPS: dict[tuple[str, ...], Callable[[], dict[str, Figure]]] = {
    first_visit.NAMES: first_visit.measure,
    maps.NAMES: maps.measure,
}
_RESULT = Path("build") / "bench.json"


def main() -> int:
    """Measure, print, write; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--only", choices=[name for names in GROUPS for name in names])
    only = parser.parse_args().only
    figures: dict[str, Figure] = {}
    for names, measure in GROUPS.items():
        if only is None or only in names:
            figures |= measure()
    if only is not None:
        figures = {only: figures[only]}
    _print(figures)
    _RESULT.parent.mkdir(exist_ok=True)
    kept = json.loads(_RESULT.read_text()) if only and _RESULT.exists() else {}
    kept |= {name: figure.as_json() for name, figure in figures.items()}
    _RESULT.write_text(json.dumps(kept, indent=2) + "\n")
    return 0


def _print(figures: dict[str, Figure]) -> None:
    table = Table("figure", "unit", "ours", "peer", "peer is")
    for name, figure in figures.items():
        table.add_row(
            name, figure.unit, figure.shown_ours, figure.shown_peer, figure.peer_name
        )
    Console(width=120).print(table)


if __name__ == "__main__":
    sys.exit(main())
