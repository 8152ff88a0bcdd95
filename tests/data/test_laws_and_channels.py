"""Laws name no fine, channels that nobody called say so, slots hold no number."""

import re

from tests.data.tables import by_id, rows


def test_no_law_in_our_words_names_a_fine():
    for row in rows("hukum.csv"):
        assert not re.search(
            r"\bRp|rupiah|\bjuta\b|miliar", row["isi"] + row["catatan"]
        )


def test_a_range_of_years_in_prison_stands_only_beside_its_caveat():
    for row in rows("hukum.csv"):
        assert "penjara" not in row["isi"]
        if "penjara" in row["catatan"]:
            assert "UU 1/2026" in row["catatan"]


def test_the_old_article_on_trafficking_says_what_replaced_it():
    old = by_id("hukum.csv")["uu-21-2007-pasal-2"]

    assert "2 Januari 2026" in old["isi"]
    assert "Pasal 455 KUHP" in old["isi"]


def test_a_slot_of_a_region_holds_no_number():
    for row in rows("kanal_daerah_slot.csv"):
        assert not re.search(r"[0-9]{4,}", row["lembaga"] + row["untuk_apa"])
        assert row["tanyakan"]


def test_a_channel_that_nobody_called_says_so():
    for row in rows("kanal.csv"):
        if row["jenis"] in {"telepon", "whatsapp"}:
            assert "belum diuji" in row["catatan"].lower()
