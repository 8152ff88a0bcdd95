"""What was collected, copied by hand from the fact sheets: the truth of these tests."""

#: fact -> its value, and the indicator, region and period that say the same.
FIGURES = {
    "kemlu-scam-2025": (
        "10000",
        "kemlu-scam-kumulatif",
        "00",
        "2020 s.d. Oktober 2025",
    ),
    "kemlu-tppo-2025": (
        "1500",
        "kemlu-scam-tppo-kumulatif",
        "00",
        "2020 s.d. Oktober 2025",
    ),
    "imigrasi-paspor-2024": (
        "2433",
        "imigrasi-paspor-ditunda",
        "00",
        "Januari-November 2024",
    ),
    "bp2mi-cegah-2024": ("4191", "bp2mi-pencegahan", "00", "2024"),
    "polri-kasus-2025": ("403", "polri-kasus", "00", "2025"),
    "polri-pmi-2025": ("239", "polri-modus-pmi", "00", "2025"),
    "polri-pengantin-2025": ("4", "polri-modus-pengantin", "00", "2025"),
    "penempatan-2025": ("296948", "penempatan-pmi", "00", "2025"),
    "simfoni-korban-2018": ("276", "simfoni-korban", "00", "2018"),
    "simfoni-korban-2019": ("226", "simfoni-korban", "00", "2019"),
    "simfoni-korban-2020": ("422", "simfoni-korban", "00", "2020"),
    "simfoni-korban-2021": ("683", "simfoni-korban", "00", "2021"),
    "simfoni-korban-2022": ("401", "simfoni-korban", "00", "Januari-Oktober 2022"),
    "simfoni-korban-dewasa-2023": ("252", "simfoni-korban-dewasa", "00", "2023"),
    "simfoni-korban-anak-2023": ("206", "simfoni-korban-anak", "00", "2023"),
    "simfoni-korban-2021-2025": (
        "2377",
        "simfoni-korban-kumulatif",
        "00",
        "2021 s.d. Juni 2025",
    ),
    "polri-korban-2024": ("1794", "polri-korban", "00", "2024"),
    "polri-selesai-2024": ("621", "polri-perkara-selesai", "00", "2024"),
    "polri-tersangka-2025": ("505", "polri-tersangka", "00", "2025"),
    "lpsk-permohonan-2020": ("203", "lpsk-permohonan", "00", "2020"),
    "lpsk-permohonan-2021": ("147", "lpsk-permohonan", "00", "2021"),
    "lpsk-permohonan-2022": ("150", "lpsk-permohonan", "00", "2022"),
    "lpsk-permohonan-2023": ("1297", "lpsk-permohonan", "00", "2023"),
    "lpsk-permohonan-2024": ("576", "lpsk-permohonan", "00", "2024"),
    "lpsk-permohonan-2025": ("398", "lpsk-permohonan", "00", "Januari-Juni 2025"),
    "lpsk-terlindung-2025": ("294", "lpsk-terlindung", "00", "Januari-Juni 2025"),
    "kemlu-scam-2024": ("3354", "kemlu-scam-setahun", "00", "2024"),
    "kemlu-scam-tppo-2024": ("183", "kemlu-scam-tppo-setahun", "00", "2024"),
    "kemlu-tppo-2024": ("314", "kemlu-tppo", "00", "2024"),
    "kbri-phnom-penh-scam-2020": ("15", "kemlu-scam-setahun", "negara:KHM", "2020"),
    "kbri-phnom-penh-scam-2023": ("1158", "kbri-pp-scam", "negara:KHM", "2023"),
    "kbri-phnom-penh-kasus-2025": ("5088", "kbri-pp-kasus", "negara:KHM", "2025"),
    "kbri-phnom-penh-lapor-2026": (
        "4725",
        "kbri-pp-melapor",
        "negara:KHM",
        "16 Januari-22 Februari 2026",
    ),
    "myawaddy-2025": ("554", "", "", ""),
    "myawaddy-sumut-2025": ("133", "myawaddy-asal", "12", "18-19 Maret 2025"),
    "myawaddy-jabar-2025": ("75", "myawaddy-asal", "32", "18-19 Maret 2025"),
    "myawaddy-babel-2025": ("68", "myawaddy-asal", "19", "18-19 Maret 2025"),
    "myawaddy-dki-2025": ("51", "myawaddy-asal", "31", "18-19 Maret 2025"),
    "myawaddy-sulut-2025": ("39", "myawaddy-asal", "71", "18-19 Maret 2025"),
    "penempatan-2022": ("200761", "penempatan-pmi", "00", "2022"),
    "penempatan-2023": ("274965", "penempatan-pmi", "00", "2023"),
    "penempatan-2024": ("297434", "penempatan-pmi", "00", "2024"),
    "bp2mi-pulang-2024": ("10568", "bp2mi-pemulangan", "00", "2024"),
    "bp2mi-meninggal-2024": ("486", "bp2mi-meninggal", "00", "2024"),
    "ntt-jenazah-2023": ("143", "ntt-jenazah", "53", "2023 s.d. 14 Desember"),
    "ntt-jenazah-2024": ("123", "ntt-jenazah", "53", "2024"),
    "ntt-meninggal-2024": ("125", "ntt-meninggal", "53", "2024"),
    "ntt-jenazah-nonprosedural-2024": (
        "117",
        "ntt-jenazah-nonprosedural",
        "53",
        "2024",
    ),
    "imigrasi-paspor-2023": (
        "2846",
        "imigrasi-paspor-ditunda",
        "00",
        "Januari-Agustus 2023",
    ),
    "gugus-tugas-provinsi-2022": ("32", "gugus-tugas-provinsi", "00", "akhir 2022"),
    "gugus-tugas-kabkota-2022": ("245", "gugus-tugas-kabkota", "00", "akhir 2022"),
    "tip-2019": ("Tier 2", "", "", ""),
    "tip-2020": ("Tier 2", "", "", ""),
    "tip-2021": ("Tier 2", "", "", ""),
    "tip-2022": ("Tier 2 Watch List", "", "", ""),
    "tip-2023": ("Tier 2", "", "", ""),
    "tip-2024": ("Tier 2", "", "", ""),
}

#: Where sources contradict each other, every version stands for itself.
VERSIONS = {
    ("penempatan-pmi", "32", "2024"): {"61236", "61556"},
    ("penempatan-pmi", "35", "2024"): {"79001", "79339"},
    ("penempatan-pmi", "52", "2024"): {"30342", "31031"},
}
#: Layers that the sources carry: at least a handful of regions, one clear period.
MAPPABLE = {
    "kemiskinan": {"2024"},
    "myawaddy-asal": {"2025"},
    "penempatan-pmi": {"2023", "2025"},
    "pengangguran": {"2023", "2024"},
}
#: Regions of today's borders with a figure, in the years that may be mapped.
MAPPED_REGIONS = {
    ("kemiskinan", "2024"): 38,
    ("myawaddy-asal", "2025"): 23,
    ("penempatan-pmi", "2023"): 12,
    ("penempatan-pmi", "2025"): 10,
    ("pengangguran", "2023"): 23,
    ("pengangguran", "2024"): 10,
}

#: Grades under which a row may be shown.
GRADES = {
    "fakta.csv": {"ya"},
    "kanal.csv": {"A", "B"},
    "hukum.csv": {"ya-teks lengkap", "ya-berita"},
    "indikator.csv": {"ya", "ya-salinan BPS di repositori publik"},
    "kanal_daerah_slot.csv": {"N"},
}
COUNTED = {
    "fakta.csv": 57,
    "kanal.csv": 28,
    "hukum.csv": 119,
    "indikator.csv": 706,
    "kanal_daerah_slot.csv": 8,
}

#: Rows of the two fact sheets on statistics: 657 for regions, 170 for the country.
COLLECTED = 827
