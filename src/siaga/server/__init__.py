"""The running server."""

from siaga.server.run import run

__all__ = ["run"]
