"""Pages without a kernel, as a browser asks for them."""

import re

import pytest
from tests.serving import cookies


def test_the_home_page_is_indonesian_and_offers_to_learn(server):
    status, headers, body = server.get("/")
    page = body.decode()

    assert status == 200
    assert headers["Content-Type"].startswith("text/html")
    assert '<html lang="id">' in page
    assert "Mulai belajar" in page
    assert 'href="tel:110"' in page


@pytest.mark.parametrize("path", ["/", "/keluar", "/tidak-ada", "/belajar"])
def test_no_page_names_another_host(server, path):
    page = server.get(path)[2].decode()

    assert re.findall(r"""(?:src|href|action)\s*=\s*["']?(?:https?:)?//""", page) == []


def test_every_response_carries_the_protecting_headers_and_no_version(server):
    for path in ("/", "/tidak-ada", "/hidup", "/static/siaga.css", "/api/kernels/x"):
        headers = server.get(path)[1]

        assert "default-src 'none'" in headers["Content-Security-Policy"], path
        assert "unsafe-eval" not in headers["Content-Security-Policy"], path
        assert headers["X-Content-Type-Options"] == "nosniff", path
        assert "Server" not in headers, path


def test_a_page_that_does_not_exist_says_so_calmly(server):
    status, _headers, body = server.get("/tidak-ada/apa-apa")

    assert status == 404
    assert "Halaman ini tidak ada" in body.decode()
    assert "Traceback" not in body.decode()


def test_files_are_compressed_and_kept_by_the_browser(server):
    page = server.get("/")[2].decode()
    address = re.search(r'href="(/static/siaga\.css\?v=[0-9a-f]+)"', page)[1]
    status, headers, body = server.get(address, headers={"Accept-Encoding": "gzip"})

    assert status == 200
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Content-Type"].startswith("text/css")
    assert "immutable" in headers["Cache-Control"]
    assert body[:2] == b"\x1f\x8b"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../settings.py",
        "/static/%2e%2e/settings.py",
        "/static/..%2f..%2fsettings.py",
        "/gambar/rekrutmen-berisiko/../modul.md",
        "/gambar/rekrutmen-berisiko/modul.md",
        "/gambar/..%2fmodules/kurikulum.yml",
        "/voila/files/belajar.ipynb",
        "/voila/static/voila.js",
        "/voila/templates/lab/static/x.css",
        "/voila/api/contents/",
        "/voila/tree",
        "/api/contents",
        "/api/kernels",
        "/api/sessions",
        "/api/terminals",
        "/siaga.db",
        "/login",
    ],
)
def test_nothing_else_is_served(server, path):
    assert server.get(path)[0] in {403, 404}


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8866", "localhost.evil.example", "a" * 300]
)
def test_a_request_for_another_host_is_turned_away(server, host):
    assert server.get("/", headers={"Host": host})[0] == 403


def test_a_map_document_runs_its_own_script_and_nothing_else(server):
    status, headers, body = server.get("/peta/provinsi.html")

    assert status == 200
    assert "script-src 'sha256-" in headers["Content-Security-Policy"]
    assert (
        "unsafe-inline" not in headers["Content-Security-Policy"].split("style-src")[0]
    )
    assert b"batas perkiraan" in body.lower()
    assert server.get("/peta/lain.html")[0] == 404
    assert server.get("/peta/kabkota-99.html")[0] == 404


def test_a_wrong_resume_code_shows_the_form_again_with_what_was_typed(server):
    home = server.get("/")
    xsrf = cookies(home[1])["_xsrf"]
    status, _headers, body = server.request(
        "/lanjut",
        headers={"Cookie": f"_xsrf={xsrf}"},
        data=f"_xsrf={xsrf.replace('|', '%7C')}&kode=%22%3E%3Cscript%3E".encode(),
        method="POST",
    )

    assert status == 404
    assert "Kode ini tidak dikenal" in body.decode()
    assert "&#34;&gt;&lt;script&gt;" in body.decode()
    assert "<script>" not in body.decode()


def test_a_form_from_another_site_is_refused(server):
    assert server.request("/lanjut", data=b"kode=AAAA-AAAA", method="POST")[0] == 403
    assert server.request("/ganti", data=b"", method="POST")[0] == 403
