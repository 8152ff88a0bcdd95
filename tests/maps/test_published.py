import base64
import hashlib
import re

import pytest

from siaga.maps import MapShelf, document_policy


@pytest.fixture
def shelf(atlas):
    return MapShelf(atlas)


@pytest.mark.parametrize(
    "name", ["provinsi.html", "kabkota.html", "kabkota-11.html", "arus.html"]
)
def test_every_level_has_a_page(shelf, name):
    page = shelf.page(name)

    assert page.html.startswith(b"<!DOCTYPE html>")
    assert len(page.packed) < len(page.html)
    assert page.policy == document_policy(page.html.decode())


@pytest.mark.parametrize(
    "name",
    [
        "kabkota-99.html",
        "provinsi-11.html",
        "arus-11.html",
        "provinsi",
        "../provinsi.html",
        "provinsi.html\n",
        "kabkota-1\uff11.html",
        "",
    ],
)
def test_nothing_else_has(shelf, name):
    assert shelf.page(name) is None


def test_a_page_is_made_once(shelf):
    assert shelf.page("arus.html") is shelf.page("arus.html")


def test_the_version_follows_the_content(shelf):
    versions = {shelf.page(f"{one}.html").version for one in ("arus", "provinsi")}

    assert len(versions) == 2
    assert all(re.fullmatch(r"[0-9a-f]{12}", version) for version in versions)


def test_the_policy_allows_exactly_the_scripts_of_the_document(shelf):
    html = shelf.page("provinsi.html").html.decode()
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)

    policy = shelf.page("provinsi.html").policy

    assert len(scripts) == 3
    for text in scripts:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert policy.count("sha256-") == 4
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "sandbox allow-scripts" in policy
    assert "allow-same-origin" not in policy


def test_a_document_without_scripts_may_run_none():
    assert "script-src 'none'; style-src 'none'" in document_policy("<p>x</p>")
