"""The command `siaga`: what trainers, authors and maintainers type."""

from siaga.cli.app import app, main

__all__ = ["app", "main"]
