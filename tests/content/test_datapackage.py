import gzip
import json
from datetime import date

import pytest

from siaga.content.datapackage import Review, check_package, stamp
from siaga.content.datapackage_rows import Kind
from siaga.errors import ContentError

TODAY = date(2026, 11, 22)

REGIONS = "kode,nama,induk\n11,Aceh,\n11.01,Aceh Selatan,11\n"
FIGURES = (
    "id,wilayah,nilai,tahun,jenis,sumber,tinjau_sebelum\n"
    "a,11,1.5,2024,ya,BPS,2027-05-31\n"
    "b,negara:KHM,2,2025,ya,Kemlu,2027-02-28\n"
)
COUNTRIES = "kode,nama\nnegara:KHM,Kamboja\n"
MAP = {
    "type": "FeatureCollection",
    "features": [{"type": "Feature", "properties": {"kode": "11"}, "geometry": None}],
}


def column(name, kind="string", **constraints):
    described = {"name": name, "type": kind, "description": name}
    return described | ({"constraints": constraints} if constraints else {})


def resource(path, columns, **schema):
    return {
        "name": path.partition(".")[0],
        "path": path,
        "title": path,
        "schema": {"fields": columns, "primaryKey": [columns[0]["name"]], **schema},
        "sources": [{"title": "BPS"}],
        "licenses": [{"name": "MIT"}],
    }


def parent_key(resource=None):
    target = {"fields": ["kode"]} | ({"resource": resource} if resource else {})
    return {"fields": ["induk"], "reference": target}


class Kit:
    """A small data package that has no problem until a test makes one."""

    def __init__(self, folder):
        self.folder = folder
        self.descriptor = {
            "name": "kecil",
            "resources": [
                resource(
                    "wilayah.csv",
                    [column("kode", unique=True), column("nama"), column("induk")],
                    foreignKeys=[parent_key()],
                ),
                resource("negara.csv", [column("kode"), column("nama")]),
                resource(
                    "angka.csv",
                    [
                        column("id", required=True, pattern="[a-z]+"),
                        column("wilayah"),
                        column("nilai", "number", minimum=0, maximum=100),
                        column("tahun", "year"),
                        column("jenis", enum=["ya", "tidak"]),
                        column("sumber", required=True),
                        column("tinjau_sebelum", "date"),
                    ],
                    **{
                        "siaga:references": {
                            "wilayah": ["wilayah.kode", "negara.kode"],
                        }
                    },
                ),
                resource("peta.geojson", [column("kode")]),
            ],
        }
        self.write("wilayah.csv", REGIONS)
        self.write("negara.csv", COUNTRIES)
        self.write("angka.csv", FIGURES)
        self.write("peta.geojson", json.dumps(MAP))
        self.save()
        stamp(folder)

    def write(self, name, content):
        data = content if isinstance(content, bytes) else content.encode()
        (self.folder / name).write_bytes(data)

    def save(self):
        self.write("datapackage.json", json.dumps(self.descriptor))

    def change(self, name, old, new):
        """Change a file in a way that is meant: the new bytes are recorded."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))
        stamp(self.folder)

    def redescribe(self, edit):
        """Change the descriptor and record the files again where that is possible."""
        edit({one["name"]: one for one in self.descriptor["resources"]})
        self.save()

    def problems(self, today=TODAY):
        return check_package(self.folder, today=today).problems

    def found(self):
        return [(one.path, one.line, one.kind) for one in self.problems()]


@pytest.fixture
def kit(tmp_path):
    return Kit(tmp_path)


def test_a_package_that_holds_what_it_promises_has_no_problem(kit):
    report = check_package(kit.folder, today=TODAY)

    assert report.problems == ()
    assert report.is_good
    assert (report.file_count, report.row_count) == (4, 6)


def test_a_folder_without_descriptor_says_so(tmp_path):
    report = check_package(tmp_path, today=TODAY)

    assert [one.kind for one in report.problems] == [Kind.NO_DESCRIPTOR]
    assert not report.is_good


def test_a_descriptor_that_is_no_json_is_named_with_the_line(kit):
    kit.write("datapackage.json", '{\n"name": "kecil",\n')

    assert kit.found() == [("datapackage.json", 3, Kind.NO_JSON)]


def test_a_descriptor_in_another_encoding_is_no_json(kit):
    kit.write("datapackage.json", b'{"name": "\xff"}')

    assert kit.found() == [("datapackage.json", 1, Kind.NO_JSON)]


@pytest.mark.parametrize(
    ("edit", "kind", "place"),
    [
        (
            lambda by: by["angka"].pop("sources"),
            Kind.ENTRY_MISSING,
            "resources.angka.sources",
        ),
        (
            lambda by: by["angka"].update(sources=[]),
            Kind.ENTRY_WRONG,
            "resources.angka.sources",
        ),
        (
            lambda by: by["angka"].pop("licenses"),
            Kind.ENTRY_MISSING,
            "resources.angka.licenses",
        ),
        (
            lambda by: by["angka"].update(path="../angka.csv"),
            Kind.ENTRY_WRONG,
            "resources.angka.path",
        ),
        (
            lambda by: by["angka"].pop("name"),
            Kind.ENTRY_MISSING,
            "resources.2.name",
        ),
        (
            lambda by: by["angka"]["schema"].update(primaryKey=["kode"]),
            Kind.ENTRY_WRONG,
            "angka.schema.primaryKey",
        ),
        (
            lambda by: by["angka"]["schema"]["fields"][0].pop("description"),
            Kind.ENTRY_MISSING,
            "resources.angka.schema.fields.id.description",
        ),
        (
            lambda by: by["angka"]["schema"]["fields"][0].update(type="teks"),
            Kind.ENTRY_WRONG,
            "resources.angka.schema.fields.id.type",
        ),
        (
            lambda by: by["angka"]["schema"]["fields"][0]["constraints"].update(reqd=1),
            Kind.ENTRY_UNKNOWN,
            "resources.angka.schema.fields.id.constraints.reqd",
        ),
        (
            lambda by: by["angka"]["schema"]["fields"][0]["constraints"].update(
                pattern="["
            ),
            Kind.ENTRY_WRONG,
            "resources.angka.schema.fields.id.constraints.pattern",
        ),
        (
            lambda by: by["angka"]["schema"]["fields"][0]["constraints"].update(
                minimum=1
            ),
            Kind.ENTRY_WRONG,
            "resources.angka.schema.fields.id",
        ),
        (
            lambda by: by["wilayah"]["schema"].update(foreignKeys=[parent_key("x")]),
            Kind.ENTRY_UNKNOWN,
            "x.kode",
        ),
        (
            lambda by: by["negara"].update(name="wilayah"),
            Kind.ENTRY_WRONG,
            "wilayah.name",
        ),
        (
            lambda by: by["negara"].update(path="wilayah.csv"),
            Kind.ENTRY_WRONG,
            "negara.name",
        ),
    ],
)
def test_a_wrong_entry_of_the_descriptor_is_named(kit, edit, kind, place):
    kit.redescribe(edit)

    found = [(one.kind, one.values.get("place")) for one in kit.problems()]

    assert (kind, place) in found


@pytest.mark.parametrize("content", [[], {"resources": 3}, {"resources": ["a"]}, None])
def test_a_descriptor_of_another_shape_is_a_problem_and_no_failure(kit, content):
    kit.write("datapackage.json", json.dumps(content))

    assert {one.path for one in kit.problems()} == {"datapackage.json"}


def test_a_file_that_is_not_there_is_named(kit):
    (kit.folder / "negara.csv").unlink()

    assert kit.found() == [("negara.csv", 1, Kind.FILE_MISSING)]


def test_a_file_that_nobody_describes_is_named(kit):
    kit.write("baru.csv", "a,b\n")
    kit.write("catatan.md", "no data")

    assert kit.found() == [("baru.csv", 1, Kind.FILE_UNLISTED)]


def test_a_file_that_was_never_recorded_is_named(kit):
    kit.save()

    assert {kind for _path, _line, kind in kit.found()} == {Kind.NOT_STAMPED}


def test_a_longer_file_is_seen_by_its_size(kit):
    kit.write("negara.csv", COUNTRIES + "negara:LAO,Laos\n")

    (problem,) = kit.problems()

    assert problem.kind is Kind.BYTES_DIFFER
    assert problem.values == {"found": "45", "expected": "29"}


def test_another_content_of_the_same_size_is_seen_by_its_hash(kit):
    kit.write("negara.csv", COUNTRIES.replace("Kamboja", "Kambodj"))

    assert kit.found() == [("negara.csv", 1, Kind.HASH_DIFFERS)]


@pytest.mark.parametrize(
    ("name", "change", "line", "kind"),
    [
        ("angka.csv", ("BPS", ""), 2, Kind.CELL_EMPTY),
        ("angka.csv", ("BPS", " - "), 2, Kind.CELL_EMPTY),
        ("angka.csv", ("1.5", "-"), 2, Kind.CELL_EMPTY),
        ("angka.csv", ("1.5", "1,5"), 2, Kind.WIDTH_DIFFERS),
        ("angka.csv", ("1.5", "1.5.5"), 2, Kind.TYPE_WRONG),
        ("angka.csv", ("2024", "24"), 2, Kind.TYPE_WRONG),
        ("angka.csv", ("2027-02-28", "28/2/2027"), 3, Kind.TYPE_WRONG),
        ("angka.csv", ("2027-02-28", "2027-02-30"), 3, Kind.TYPE_WRONG),
        ("angka.csv", ("ya,Kemlu", "Ya,Kemlu"), 3, Kind.NOT_LISTED),
        ("angka.csv", ("\na,", "\nA,"), 2, Kind.PATTERN_WRONG),
        ("angka.csv", ("1.5", "-1.5"), 2, Kind.OUT_OF_RANGE),
        ("angka.csv", ("1.5", "100.5"), 2, Kind.OUT_OF_RANGE),
        ("angka.csv", ("\nb,", "\na,"), 3, Kind.REPEATED),
        ("angka.csv", ("a,11,", "a,12,"), 2, Kind.REFERENCE_UNKNOWN),
        ("wilayah.csv", ("Selatan,11", "Selatan,12"), 3, Kind.REFERENCE_UNKNOWN),
        ("negara.csv", ("kode,nama", "nama,kode"), 1, Kind.COLUMNS_DIFFER),
        ("negara.csv", ("Kamboja", '"Kamboja'), 1, Kind.UNREADABLE),
        ("peta.geojson", ('"11"', "11"), 1, Kind.TYPE_WRONG),
        ("peta.geojson", ('"kode"', '"code"'), 1, Kind.COLUMNS_DIFFER),
        ("peta.geojson", ("properties", "props"), 1, Kind.COLUMNS_DIFFER),
        ("peta.geojson", ('"features"', '"feature"'), 1, Kind.UNREADABLE),
        ("peta.geojson", ("}]}", "}, 3]}"), 2, Kind.COLUMNS_DIFFER),
    ],
)
def test_a_wrong_row_is_named_with_its_line(kit, name, change, line, kind):
    kit.change(name, *change)

    assert kit.found() == [(name, line, kind)]


def test_a_wrong_cell_is_told_with_column_value_and_what_was_expected(kit):
    kit.change("angka.csv", "a,11,", "a,12,")

    (problem,) = kit.problems()

    assert problem.values == {
        "name": "wilayah",
        "value": "12",
        "expected": "wilayah.kode, negara.kode",
    }


def test_a_unique_column_holds_no_value_twice(kit):
    kit.redescribe(lambda by: by["wilayah"]["schema"].update(primaryKey=["nama"]))
    kit.change("wilayah.csv", "11.01", "11")

    assert kit.found() == [("wilayah.csv", 3, Kind.REPEATED)]


def test_a_row_of_empty_cells_still_counts_its_line(kit):
    kit.change("angka.csv", "\nb,", "\n\nb,")
    kit.change("angka.csv", "Kemlu", "")

    assert kit.found() == [("angka.csv", 4, Kind.CELL_EMPTY)]


def test_every_problem_is_found_at_once(kit):
    kit.change("angka.csv", "BPS", "")
    kit.change("wilayah.csv", "Selatan,11", "Selatan,12")

    assert kit.found() == [
        ("angka.csv", 2, Kind.CELL_EMPTY),
        ("wilayah.csv", 3, Kind.REFERENCE_UNKNOWN),
    ]


def test_a_column_that_cannot_be_read_is_one_problem_and_not_one_for_each_row(kit):
    kit.change("negara.csv", "kode,nama", "code,nama")

    assert kit.found() == [("negara.csv", 1, Kind.COLUMNS_DIFFER)]


def test_a_mark_of_the_byte_order_is_no_part_of_the_first_column(kit):
    kit.write("negara.csv", "\ufeff" + COUNTRIES)
    stamp(kit.folder)

    assert kit.problems() == ()


def test_a_compressed_file_is_read_like_any_other(kit):
    def edit(by):
        by["negara"]["path"] = "negara.csv.gz"

    (kit.folder / "negara.csv").unlink()
    kit.write("negara.csv.gz", gzip.compress(COUNTRIES.encode(), mtime=0))
    kit.redescribe(edit)
    stamp(kit.folder)

    assert kit.problems() == ()


@pytest.mark.parametrize(
    "data",
    [
        b"no gzip",
        b"\x1f\x8b",
        gzip.compress(COUNTRIES.encode(), mtime=0)[:-9],
        gzip.compress(COUNTRIES.encode(), mtime=0)[:10] + b"\xff" * 20,
    ],
)
def test_a_damaged_compressed_file_is_unreadable(kit, data):
    def edit(by):
        by["negara"]["path"] = "negara.csv.gz"

    (kit.folder / "negara.csv").unlink()
    kit.write("negara.csv.gz", data)
    kit.redescribe(edit)
    stamp(kit.folder)

    assert kit.found() == [("negara.csv.gz", 1, Kind.UNREADABLE)]


def test_reviews_are_listed_in_the_order_of_their_day(kit):
    reviews = check_package(kit.folder, today=TODAY).reviews

    assert reviews == (
        Review(date(2027, 2, 28), "angka.csv", 1, ("b",)),
        Review(date(2027, 5, 31), "angka.csv", 1, ("a",)),
    )


def test_a_day_that_is_past_is_one_warning_for_its_rows(kit):
    kit.change("angka.csv", "2027-05-31", "2027-02-28")

    report = check_package(kit.folder, today=date(2027, 3, 1))

    (problem,) = report.problems
    assert (problem.path, problem.line, problem.kind) == ("angka.csv", 2, Kind.EXPIRED)
    assert problem.values == {"day": "2027-02-28", "count": "2"}
    assert report.is_good


def test_a_review_is_due_after_its_day_and_not_on_it(kit):
    assert kit.problems(today=date(2027, 2, 28)) == ()


def test_stamping_names_what_has_changed_and_nothing_else(kit):
    kit.write("negara.csv", COUNTRIES + "negara:LAO,Laos\n")

    assert stamp(kit.folder) == ("negara.csv",)
    assert kit.problems() == ()
    assert stamp(kit.folder) == ()


def test_stamping_twice_gives_the_same_bytes(kit):
    path = kit.folder / "datapackage.json"
    kit.save()
    stamp(kit.folder)
    first = path.read_bytes()
    kit.save()
    stamp(kit.folder)

    assert path.read_bytes() == first
    assert first.endswith(b"}\n")


def test_what_is_described_by_hand_stays_when_it_is_stamped(kit):
    kit.descriptor["resources"][0]["catatan"] = "Désa"
    kit.save()
    stamp(kit.folder)

    written = json.loads((kit.folder / "datapackage.json").read_bytes())

    assert written["resources"][0]["catatan"] == "Désa"
    assert "Désa".encode() in (kit.folder / "datapackage.json").read_bytes()


def test_nothing_is_stamped_while_a_file_is_missing(kit):
    kit.save()
    (kit.folder / "negara.csv").unlink()
    before = (kit.folder / "datapackage.json").read_bytes()

    with pytest.raises(ContentError, match=r"'negara\.csv'"):
        stamp(kit.folder)

    assert (kit.folder / "datapackage.json").read_bytes() == before


def test_a_descriptor_that_cannot_be_used_is_not_stamped(kit):
    kit.redescribe(lambda by: by["angka"].pop("sources"))

    with pytest.raises(ContentError, match=r"resources\.angka\.sources"):
        stamp(kit.folder)
