"""Joins Kemendagri codes to BPS codes, by name and once.

What the names cannot join, or join to a code that BPS has since replaced, stands in
``koreksi_bps.csv`` with its reason. Each correction says which code it replaces, so it
fails loudly when the source changes and the correction is no longer needed.
"""

import csv
import re
from collections import Counter
from pathlib import Path

from sources import RecipeError

CORRECTIONS = Path(__file__).parent / "koreksi_bps.csv"


def bps_codes(regions: dict[str, str], bps: dict[str, str]) -> dict[str, str]:
    """Return Kemendagri code -> BPS code of every province and regency.

    Raises
    ------
    RecipeError
        If a region stays without a code, a code is used twice, or a correction does
        not find what it was written for.
    """
    wanted = {code: name for code, name in regions.items() if code.count(".") <= 1}
    joined = _join(wanted, bps)
    for row in _corrections():
        code, stale = row["kode"], row["kode_bps_lama"]
        if joined.get(code, "") != stale or wanted.get(code) != row["nama"]:
            msg = f"the correction for '{code}' expects '{row['nama']}' with '{stale}'"
            raise RecipeError(msg)
        joined[code] = row["kode_bps"]
    _check(wanted, joined)
    return dict(sorted(joined.items()))


def name_key(name: str, level: int) -> tuple[int, str, str]:
    """Return what two spellings of one region have in common.

    Regencies and cities are kept apart: Bogor is the name of one of each.
    """
    text = name.upper()
    kind = "KOTA" if level == 1 and text.startswith("KOTA ") else ""
    text = re.sub(r"^(KABUPATEN|KAB\.|KOTA) ", "", text)
    text = re.sub(r"^ADMINISTRASI ", "", text)
    text = re.sub(r"^(DAERAH KHUSUS IBUKOTA|DAERAH ISTIMEWA|DKI|DI) ", "", text)
    text = re.sub(r"\bKEP\.? ", "KEPULAUAN ", text)
    return level, kind, re.sub(r"[^A-Z]", "", text)


def _join(wanted: dict[str, str], bps: dict[str, str]) -> dict[str, str]:
    by_name: dict[tuple[int, str, str], str] = {}
    for code, name in bps.items():
        key = name_key(name, 0 if len(code) == len("11") else 1)
        if key in by_name:
            msg = f"'{name}' stands twice in the BPS list: {by_name[key]} and {code}"
            raise RecipeError(msg)
        by_name[key] = code
    keys = {code: name_key(name, code.count(".")) for code, name in wanted.items()}
    return {code: by_name[key] for code, key in keys.items() if key in by_name}


def _corrections() -> list[dict[str, str]]:
    with CORRECTIONS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _check(wanted: dict[str, str], joined: dict[str, str]) -> None:
    missing = sorted(set(wanted) - set(joined))
    if missing:
        msg = f"no BPS code for {missing}; add them to {CORRECTIONS.name}"
        raise RecipeError(msg)
    twice = [code for code, count in Counter(joined.values()).items() if count > 1]
    if twice:
        msg = f"BPS codes {twice} are given to two regions"
        raise RecipeError(msg)
    for code, bps in joined.items():
        if "." in code and bps[:2] != joined[code[:2]]:
            msg = f"'{bps}' of {code} lies outside BPS province '{joined[code[:2]]}'"
            raise RecipeError(msg)
