"""What a trainer's and an author's notebooks show."""

import re
from pathlib import Path

import pandas as pd
import pytest
from tests.store.test_score import ALI, BUDI, attempt, finished, seen
from tests.ui.screen import closing_widgets, text_of

from siaga.apps import agenda, module, results, scenarios, start, workshop
from siaga.errors import ContentError, DomainError, SettingsError
from siaga.places import database_url
from siaga.store import Journal

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def surroundings(tmp_path, monkeypatch):
    monkeypatch.setenv("SIAGA_HOME", str(ROOT))
    monkeypatch.setenv("SIAGA_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("SIAGA_CONFIG", str(tmp_path / "siaga.toml"))
    with closing_widgets():
        yield tmp_path / "data"


def test_the_first_notebook_lists_every_module_with_its_notebook():
    shown = start()

    assert 'href="modul-rekrutmen-berisiko.ipynb"' in shown.html
    assert "Tanda bahaya perekrutan" in repr(shown)
    assert "skenario" in repr(shown)


@pytest.mark.parametrize("role", ["kepala-daerah", "kepala-desa", "forum"])
@pytest.mark.parametrize(
    ("minutes", "end"), [(90, "10.30"), (240, "13.00"), (420, "16.00")]
)
def test_an_agenda_ends_when_it_should(role, minutes, end):
    shown = repr(agenda(role, minutes=minutes))

    assert re.findall(r"-(\d\d\.\d\d) ", shown)[-1] == end


def test_an_agenda_names_activities_and_says_what_the_kit_cannot_do():
    shown = agenda("kepala-desa", minutes=90, start="13:30")

    assert "13.30-13.40" in repr(shown)
    assert "Meja pelayanan" in repr(shown)
    assert "belum bisa menjalankan acaranya" in shown.html


def test_an_agenda_for_nobody_names_the_roles():
    with pytest.raises(SettingsError, match="kepala-daerah, kepala-desa"):
        agenda("bupati")


@pytest.mark.parametrize("clock", ["9", "25.00", "09.60", "pagi", "", "09.5", "-1.00"])
def test_a_start_that_is_no_time_of_day_is_explained(clock):
    with pytest.raises(SettingsError, match=r"09\.00"):
        agenda("forum", start=clock)


def test_an_agenda_that_is_too_short_is_refused():
    with pytest.raises(DomainError):
        agenda("forum", minutes=10)


def test_an_empty_journal_gives_a_labelled_example():
    found = results()

    assert found.is_example
    assert "CONTOH" in repr(found)
    assert "rekaan" in found._repr_html_()
    assert {row["Peserta"].split()[0] for row in found.rows} == {"CONTOH"}
    assert pd.DataFrame(found.rows)["Nilai terbaik (%)"].between(0, 100).all()


def test_results_come_from_the_journal_and_name_nobody(surroundings):
    surroundings.mkdir()
    with Journal.open(database_url(surroundings)) as journal:
        journal.append(
            [
                *attempt(ALI, "t1", 1, 1, 0, module="rekrutmen-berisiko"),
                finished(ALI, module="rekrutmen-berisiko"),
                seen(BUDI, module="gone"),
            ]
        )
    found = results()

    assert not found.is_example
    assert found.rows[0] == {
        "Peserta": "Peserta 1",
        "Modul": "Tanda bahaya perekrutan",
        "Percobaan": 1,
        "Nilai terbaik (%)": 66,
        "Lulus": 1,
        "Selesai modul": 1,
    }
    assert (found.rows[1]["Peserta"], found.rows[1]["Modul"]) == ("Peserta 2", "gone")
    assert ALI not in str(found.rows)


def test_a_column_without_a_single_result_can_be_counted_with(surroundings):
    surroundings.mkdir()
    with Journal.open(database_url(surroundings)) as journal:
        journal.append([seen(ALI, module="rekrutmen-berisiko")])
    table = pd.DataFrame(results().rows)

    means = table.groupby("Modul").agg({"Nilai terbaik (%)": "mean"})
    assert means["Nilai terbaik (%)"].isna().all()


def test_a_module_opens_without_asking_for_the_role():
    assert "Tanda bahaya perekrutan" in text_of(module("rekrutmen-berisiko", {}))
    assert "Setelah modul ini, Anda bisa" in text_of(module("rekrutmen-berisiko", {}))


def test_a_module_that_does_not_exist_leads_to_the_beginning():
    assert "Anda sebagai siapa?" in text_of(module("tidak-ada", {}))


@pytest.mark.parametrize("app", [scenarios, lambda environ: module("x", environ)])
def test_an_app_that_cannot_be_opened_says_so_calmly(app):
    assert "Ada gangguan" in text_of(app({"SIAGA_SERVICE": "127.0.0.1:1"}))


def test_scenarios_open_at_what_the_address_names():
    query = {"QUERY_STRING": "skenario=lowongan-di-warung"}
    assert "Lowongan di warung Bu Sri" in text_of(scenarios(query))

    root = scenarios({"QUERY_STRING": "peran=kepala-daerah&menit=20"})
    assert "Gugus tugas di atas kertas" in text_of(root)


def test_what_is_tried_out_changes_only_the_copy():
    bench = workshop()
    before = {path.name for path in (ROOT / "modules").iterdir()}
    written = bench.create("coba", "Coba")

    assert "judul: " in repr(written)
    assert (bench.home / "modules" / "coba" / "modul.md").is_file()
    assert {path.name for path in (ROOT / "modules").iterdir()} == before
    assert str(bench.home) in repr(bench)
    with pytest.raises(ContentError, match="tidak memuat"):
        bench.change("tidak ada di sana", "x")
