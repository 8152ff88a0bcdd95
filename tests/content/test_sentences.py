import pytest
from hypothesis import given
from hypothesis import strategies as st

from siaga.content.sentences import MARK, sentences, word_count


def split(text):
    return [sentence for _start, sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tunda dulu. Lalu cek!", ["Tunda dulu.", "Lalu cek!"]),
        ("Benarkah? Tanyakan.", ["Benarkah?", "Tanyakan."]),
        ("Saya\u2026 Maaf.", ["Saya\u2026", "Maaf."]),
        ("Satu\nbaris. Dua\nbaris.", ["Satu\nbaris.", "Dua\nbaris."]),
        ("  Di tepi.  ", ["Di tepi."]),
        ("Tanpa akhir", ["Tanpa akhir"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_sentence_ends_at_its_mark_before_a_capital_letter(text, expected):
    assert split(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bawa KTP, KK, dst. lalu pulang.",
        "Lihat UU No. 18 di sana.",
        "Gajinya Rp. 5 juta.",
        "Harganya 1.250.000 rupiah.",
        "Pukul 07.30 pagi.",
        "Kantornya di Jl. Merdeka.",
        "Temui Bpk. Budi dan H. Amin.",
        "Ia S. Wahyuni dari Kab. Cianjur.",
        "Kata dr. Sari begitu.",
        '"Bagaimana?" tanya Bu Sri.',
        "Buka contoh.example/lapor di HP.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(text):
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('Ibu berkata, "Ia belum pulang. Tolong." Apa langkah Anda?', 3),
        ("Katanya, \u201cTunggu!\u201d Bu Sri berdiri.", 2),
        ("Begitu. (Ini tafsir kami.) Lanjut.", 3),
        ('Begitu. "Siapa?" Ia diam.', 3),
        (f"Begitu. {MARK} mengaturnya.", 2),
        ("Ia dibawa ke desa. Bu bidan datang.", 2),
        ("Bawa KTP, KK, dst. Lalu pulang.", 2),
        ("Apakah itu pilihan B? Tanyakan.", 2),
    ],
)
def test_quotations_brackets_and_placeholders_begin_a_sentence(text, count):
    assert len(split(text)) == count


def test_a_sentence_is_told_with_its_place():
    text = 'Satu. "Dua," katanya.\n Tiga.'

    assert list(sentences(text)) == [
        (0, "Satu."),
        (6, '"Dua," katanya.'),
        (23, "Tiga."),
    ]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Tunda, lalu cek ke kabupaten/kota.", 5),
        ("Surat - bukan janji \u2013 yang dicek.", 5),
        (f"Syaratnya: {MARK}.", 2),
        (f"Hubungi {MARK} atau {MARK}", 4),
        ("\u2026 !", 0),
        ("1. 250", 2),
    ],
)
def test_words_are_counted_as_a_reader_meets_them(sentence, count):
    assert word_count(sentence) == count


TEXTS = st.text(alphabet=f'aB1. ?!"\u201c\u201d()\n{MARK}', max_size=80)


@given(TEXTS | st.text(max_size=80))
def test_sentences_hold_all_of_a_text_but_the_blanks_between(text):
    end = 0
    for start, sentence in sentences(text):
        assert sentence
        assert sentence == sentence.strip()
        assert not text[end:start].strip()
        assert text.startswith(sentence, start)
        end = start + len(sentence)
    assert not text[end:].strip()


@given(TEXTS)
def test_no_word_is_counted_twice_or_lost_by_splitting(text):
    assert sum(word_count(one) for one in split(text)) == word_count(text)
