"""Plain text is escaped, and only a web address becomes a link."""

from datetime import date

import pytest

from siaga.domain.training import Source
from siaga.ui.markup import bullets, sources_html, tag, text


def test_plain_text_is_escaped():
    assert text("p", '<b>"a" & b</b>') == (
        "<p>&lt;b&gt;&quot;a&quot; &amp; b&lt;/b&gt;</p>"
    )


def test_a_class_is_escaped():
    assert tag("p", "x", css='"><script>') == (
        '<p class="&quot;&gt;&lt;script&gt;">x</p>'
    )


def test_bullets_make_a_list():
    assert bullets(["a", "b"], css="c") == '<ul class="c"><li>a</li><li>b</li></ul>'


def test_no_sources_give_no_disclosure():
    assert sources_html([]) == ""


@pytest.mark.parametrize("address", ["javascript:alert(1)", "Arsip kantor", ""])
def test_an_address_that_is_not_of_the_web_is_no_link(address):
    source = Source("k", "Judul", "Penerbit", "2020", address, date(2026, 1, 1))

    assert "<a " not in sources_html([source])
    assert "Judul." in sources_html([source])


def test_an_address_cannot_leave_its_attribute():
    address = 'https://x.id/"onclick="alert(1)'
    source = Source("k", "Judul", "Penerbit", "2020", address, date(2026, 1, 1))

    assert 'onclick="' not in sources_html([source])


@pytest.mark.parametrize(
    ("published", "shown"),
    [("2022-10-07", "7 Oktober 2022"), ("2022", "2022"), ("tanpa tanggal",) * 2],
)
def test_dates_are_written_as_people_write_them(published, shown):
    source = Source("k", "Judul", "Penerbit", published, "", date(2026, 11, 2))

    assert f"Penerbit, {shown}; diakses 2 November 2026." in sources_html([source])
