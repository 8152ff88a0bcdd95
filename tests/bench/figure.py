"""One measured figure of ours beside the peer's."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure; None says that it was not measured."""

    ours: float | None
    peer: float | None
    unit: str
    peer_name: str

    @property
    def shown_ours(self) -> str:
        """Our figure as text."""
        return _shown(self.ours)

    @property
    def shown_peer(self) -> str:
        """The peer's figure as text."""
        return _shown(self.peer)

    def as_json(self) -> dict[str, object]:
        """Return the figure as it stands in build/bench.json."""
        return {
            "ours": self.ours,
            "peer": self.peer,
            "unit": self.unit,
            "peer_name": self.peer_name,
        }


def _shown(value: float | None) -> str:
    if value is None:
        return "not measured"
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.2f}"
