"""The map app in a browser that reaches this machine only."""

import csv
import io

import pytest
from playwright.sync_api import expect
from tests.browser.checks import overflow_px, serious_problems

DESKTOP = {"width": 1366, "height": 768}
NARROW = {"width": 320, "height": 740}
OWN = """Kab/Kota;Tahun;Jumlah korban
Kab. Cilacap;2024;25
Kab. Brebez;2024;18
Kota Semarang;2024;3
Kab. Kendal;2024;41
"""


class Reader:
    """Somebody who looks at figures."""

    def __init__(self, page, server):
        self.page = page
        self.problems = []
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.goto(server.base + "/peta")
        page.locator("html[data-siaga=ready]").wait_for()

    @property
    def main(self):
        return self.page.locator("#siaga-main")

    @property
    def map(self):
        return self.page.frame_locator("iframe")

    @property
    def shapes(self):
        return self.map.locator("path.siaga-shape")

    @property
    def rows(self):
        return self.main.get_by_role("rowheader")

    def choose(self, label, option):
        self.main.get_by_label(label, exact=True).select_option(label=option)

    def open(self, label):
        self.main.get_by_role("radio", name=label).check(force=True)

    def press(self, name):
        # By keyboard: a click right after scrolling may still meet the map's frame.
        self.main.get_by_role("button", name=name, exact=True).press("Enter")

    def download(self, name):
        with self.page.expect_download() as started:
            self.press(name)
        return started.value


@pytest.fixture
def reader(page, server):
    page.set_viewport_size(DESKTOP)
    found = Reader(page, server)
    yield found
    assert found.problems == []


def fills(reader):
    return set(
        reader.shapes.evaluate_all(
            "(all) => all.map((one) => one.getAttribute('fill'))"
        )
    )


def test_the_map_shows_38_provinces_and_the_table_the_same(reader):
    expect(reader.shapes).to_have_count(38)
    expect(reader.rows).to_have_count(38)
    expect(reader.main).to_contain_text("Kasus yang dilaporkan bukan jumlah kejadian.")
    expect(reader.main).to_contain_text("Nol bisa berarti belum ada yang mencari.")
    expect(reader.main).to_contain_text("Batas perkiraan, bukan batas resmi.")


def test_another_indicator_is_shown_without_loading_the_map_again(
    reader, record_property
):
    expect(reader.shapes).to_have_count(38)
    reader.map.locator("body").evaluate("(node) => { node.dataset.same = 'yes' }")
    before = fills(reader)
    asked = []
    reader.page.on("request", lambda request: asked.append(request.url))

    began = reader.page.evaluate("performance.now()")
    reader.choose("Angka", "Penempatan pekerja migran menurut daerah asal")
    hatched = reader.map.locator("path.siaga-shape[fill='url(#siaga-stripes)']")
    expect(hatched.first).to_be_attached()
    record_property("peta_switch_ms", reader.page.evaluate("performance.now()") - began)

    expect(hatched).to_have_count(28)
    assert fills(reader) != before
    expect(reader.map.locator("body")).to_have_attribute("data-same", "yes")
    assert asked == []


def test_a_click_on_the_map_explains_the_region_and_marks_its_row(reader):
    reader.shapes.nth(12).click(force=True)

    card = reader.main.locator(".siaga-region-card")
    expect(card.get_by_role("heading", level=2)).to_have_text("Jawa Tengah")
    expect(card).to_contain_text("Apa artinya bagi daerah saya?")
    row = reader.main.get_by_role("button", name="Jawa Tengah", exact=True)
    expect(row).to_have_attribute("aria-current", "true")


def test_the_table_is_sorted_by_its_headings(reader):
    heading = reader.main.get_by_role("columnheader", name="Angka")
    expect(reader.rows.first).to_have_text("Aceh")

    heading.get_by_role("button").press("Enter")
    expect(heading).to_have_attribute("aria-sort", "descending")
    expect(reader.rows.first).to_have_text("Papua Pegunungan")
    heading.get_by_role("button").press("Enter")

    expect(heading).to_have_attribute("aria-sort", "ascending")
    expect(reader.rows.first).to_have_text("Bali")


def test_the_table_is_filtered_by_name(reader):
    reader.main.get_by_label("Saring tabel menurut nama").fill("jawa")
    expect(reader.rows).to_have_count(3)
    expect(reader.main.get_by_text("3 dari 38 baris")).to_be_visible()

    reader.main.get_by_label("Saring tabel menurut nama").fill("atlantis")

    expect(reader.main.get_by_text("Tidak ada daerah dengan nama ini.")).to_be_visible()


def test_everything_can_be_done_by_keyboard_alone(reader):
    page = reader.page

    def tab_to(selector):
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("(s) => document.activeElement.matches(s)", selector):
                return
        pytest.fail(f"{selector!r} cannot be reached with the Tab key")

    tab_to("input[type=radio]")
    tab_to("select")
    page.keyboard.press("ArrowDown")
    expect(reader.main.locator("caption")).to_contain_text("Myawaddy")
    focused = page.evaluate("document.activeElement.tagName")
    assert focused == "SELECT"

    tab_to(".siaga-search input")
    page.keyboard.type("Jawa Barat")
    page.keyboard.press("Enter")
    heading = reader.main.locator(".siaga-region-card h2")
    expect(heading).to_have_text("Jawa Barat")

    tab_to("thead button")
    page.keyboard.press("Enter")
    header = reader.main.get_by_role("columnheader", name="Daerah")
    expect(header).to_have_attribute("aria-sort", "descending")
    tab_to(".siaga-row-pick")
    page.keyboard.press("Enter")

    expect(heading).not_to_have_text("Jawa Barat")


def test_arrow_keys_on_the_views_keep_their_place(reader):
    reader.main.get_by_role("radio", name="Peta daerah").focus()

    reader.page.keyboard.press("ArrowRight")

    expect(reader.main.get_by_role("heading", level=1)).to_have_text(
        "Asal dan negara tujuan"
    )
    expect(reader.main.get_by_role("radio", name="Asal dan negara")).to_be_focused()


def own_data(reader, tmp_path):
    reader.open("Data daerah sendiri")
    path = tmp_path / "rekap.csv"
    path.write_text(OWN, encoding="utf-8")
    reader.main.locator("input[type=file]").set_input_files(path)
    reader.press("Pakai ini")
    reader.main.get_by_label("Siapa yang mencatat").fill("Dinsos")
    reader.press("Lanjutkan")
    reader.main.get_by_label("Kab. Brebes, Jawa Tengah").check(force=True)
    reader.press("Lanjutkan")
    expect(reader.shapes).to_have_count(35)


@pytest.mark.parametrize("size", [DESKTOP, NARROW], ids=["1366", "320"])
def test_every_view_is_accessible_and_fits(reader, tmp_path, size):
    reader.page.set_viewport_size(size)
    for view in ("Peta daerah", "Asal dan negara tujuan", "Data daerah sendiri"):
        reader.open(view)
        expect(reader.main.get_by_role("radio", name=view)).to_be_checked()
        assert overflow_px(reader.page) == 0, view
        assert serious_problems(reader.page) == [], view
    own_data(reader, tmp_path)

    assert overflow_px(reader.page) == 0
    assert serious_problems(reader.page) == []


def test_controls_are_large_enough_for_a_finger(reader):
    reader.page.set_viewport_size(NARROW)
    heights = reader.main.locator(
        "button, select, input:not([type=radio]), label:has(input)"
    ).evaluate_all(
        "(all) => all.filter((one) => one.offsetParent)"
        ".map((one) => one.getBoundingClientRect().height)"
    )

    assert len(heights) > 15
    assert min(heights) >= 44


def test_on_a_phone_the_table_begins_short_and_can_be_opened(reader):
    reader.page.set_viewport_size(NARROW)
    expect(reader.rows).to_have_count(10)

    reader.press("Tampilkan semua 38 baris")

    expect(reader.rows).to_have_count(38)
    assert reader.page.evaluate("document.activeElement.className") == "siaga-row-pick"


def test_the_csv_holds_what_the_table_shows(reader):
    reader.choose("Angka", "Asal rombongan yang dipulangkan dari Myawaddy (Maret 2025)")
    expect(reader.main.locator("caption")).to_contain_text("Myawaddy")

    made = reader.download("Tabel (CSV)")

    with open(made.path(), encoding="utf-8-sig") as stream:  # noqa: PTH123
        rows = {
            row["Daerah"]: row for row in csv.DictReader(io.StringIO(stream.read()))
        }
    assert made.suggested_filename == "siaga-myawaddy-asal-18-19-maret-2025.csv"
    assert rows["Sumatera Utara"]["Angka"] == "133"
    assert rows["Jambi"]["Angka"] == "disembunyikan (< 5)"
    assert rows["Papua"]["Angka"] == "tidak ada data"
    assert len(rows) == 38


def test_the_picture_is_a_png_made_in_the_browser(reader):
    made = reader.download("Gambar peta (PNG)")

    with open(made.path(), "rb") as stream:  # noqa: PTH123
        head = stream.read(24)
    assert head.startswith(b"\x89PNG")
    assert int.from_bytes(head[16:20], "big") == 1800


def test_the_workbook_arrives_whole(reader):
    made = reader.download("Tabel (Excel)")

    with open(made.path(), "rb") as stream:  # noqa: PTH123
        assert stream.read(4) == b"PK\x03\x04"


def test_printing_prints_the_map_as_a_picture_and_then_forgets_it(reader):
    page = reader.page
    page.evaluate("() => { window.print = () => { window.printed = true } }")

    reader.press("Cetak")
    sheet = reader.main.locator(".siaga-print-map img")
    expect(sheet).to_have_count(1)
    page.emulate_media(media="print")
    expect(sheet).to_be_visible()
    expect(reader.main.locator(".siaga-map-frame")).to_be_hidden()
    expect(reader.main.locator(".siaga-choose")).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")

    expect(sheet).to_have_count(0)
    assert page.evaluate("window.printed") is True


def test_movements_have_arcs_places_and_a_table(reader):
    reader.open("Asal dan negara tujuan")
    reader.choose(
        "Perpindahan", "Asal rombongan yang dipulangkan dari Myawaddy (Maret 2025)"
    )

    expect(reader.map.locator(".siaga-place")).to_have_text(["Myanmar"])
    arcs = reader.map.locator("path[stroke='#9a4a08']")
    expect(arcs).to_have_count(23)
    expect(reader.rows).to_have_count(23)


def test_an_own_table_is_asked_about_shown_and_taken_along(reader, tmp_path):
    own_data(reader, tmp_path)

    expect(reader.main.get_by_role("button", name="Kabupaten Brebes")).to_be_attached()
    made = reader.download("Tabel (CSV)")
    with open(made.path(), encoding="utf-8-sig") as stream:  # noqa: PTH123
        rows = {row["Kode"]: row for row in csv.DictReader(io.StringIO(stream.read()))}
    assert rows["33.29"]["Angka"] == "18"
    assert rows["33.74"]["Angka"] == "disembunyikan (< 5)"
    assert rows["33.29"]["Sumber"] == "Dinsos"

    reader.press("Lupakan berkas ini")
    expect(reader.main).to_contain_text("Pilih berkas berisi angka daerah Anda")


def test_a_table_with_people_in_it_is_refused_with_the_reason(reader, tmp_path):
    reader.open("Data daerah sendiri")
    path = tmp_path / "orang.csv"
    path.write_text("NIK;Kabupaten\n3301011212900001;Cilacap\n", encoding="utf-8")

    reader.main.locator("input[type=file]").set_input_files(path)

    alert = reader.main.get_by_role("alert").filter(has_text="tidak dapat ditampilkan")
    expect(alert).to_contain_text("data pribadi")
    expect(reader.main).not_to_contain_text("3301011212900001")


def test_a_file_of_50_mb_is_refused_before_it_is_sent(reader, tmp_path):
    reader.open("Data daerah sendiri")
    path = tmp_path / "besar.csv"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)

    reader.main.locator("input[type=file]").set_input_files(path)

    expect(
        reader.main.get_by_text("Berkas ini 50,0 MB; paling besar 10 MB")
    ).to_be_visible()


def test_a_file_of_several_pieces_arrives_whole(reader, tmp_path):
    reader.open("Data daerah sendiri")
    path = tmp_path / "banyak.csv"
    lines = [f"Kab. Cilacap;{1990 + at % 30};{at};{'x' * 60}" for at in range(9000)]
    text = "\n".join(["Kab/Kota;Tahun;Jumlah;Catatan", *lines])
    path.write_text(text, encoding="utf-8")
    assert path.stat().st_size > 600_000

    reader.main.locator("input[type=file]").set_input_files(path)

    expect(reader.main.get_by_text("9000 baris")).to_be_attached()
