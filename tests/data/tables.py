"""The data files as rows of text."""

import csv
from functools import cache
from pathlib import Path

DATA = Path(__file__).parents[2] / "data"


@cache
def rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream))


def column(name, key):
    return [row[key] for row in rows(name)]


def by_id(name):
    return {row["id"]: row for row in rows(name)}


def excluded(kind):
    return [row for row in rows("recipes/pengecualian.csv") if row["jenis"] == kind]
