"""Siaga TPPO: a training kit against trafficking in persons."""

from importlib.metadata import PackageNotFoundError, version

__all__ = ["__version__"]

try:
    __version__ = version("siaga")
except PackageNotFoundError:  # a source tree that was never installed
    __version__ = "0+unknown"
