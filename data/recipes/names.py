"""Other names that people and registers use for a region.

The first alias is the name to show. It repeats the official name where only short
forms were to be added; a region without an alias is shown by its official name.
"""

_SHORT = {
    "11": ("Aceh", "Nanggroe Aceh Darussalam", "NAD"),
    "12": ("Sumatera Utara", "Sumut"),
    "13": ("Sumatera Barat", "Sumbar"),
    "16": ("Sumatera Selatan", "Sumsel"),
    "19": ("Kepulauan Bangka Belitung", "Bangka Belitung", "Babel"),
    "21": ("Kepulauan Riau", "Kepri"),
    "31": ("DKI Jakarta", "Jakarta", "Daerah Khusus Jakarta", "DKJ", "Jakarta Raya"),
    "32": ("Jawa Barat", "Jabar"),
    "33": ("Jawa Tengah", "Jateng"),
    "34": ("DI Yogyakarta", "Yogyakarta", "DIY", "D.I. Yogyakarta"),
    "35": ("Jawa Timur", "Jatim"),
    "52": ("Nusa Tenggara Barat", "NTB"),
    "53": ("Nusa Tenggara Timur", "NTT"),
    "61": ("Kalimantan Barat", "Kalbar"),
    "62": ("Kalimantan Tengah", "Kalteng"),
    "63": ("Kalimantan Selatan", "Kalsel"),
    "64": ("Kalimantan Timur", "Kaltim"),
    "65": ("Kalimantan Utara", "Kaltara"),
    "71": ("Sulawesi Utara", "Sulut"),
    "72": ("Sulawesi Tengah", "Sulteng"),
    "73": ("Sulawesi Selatan", "Sulsel"),
    "74": ("Sulawesi Tenggara", "Sultra"),
    "76": ("Sulawesi Barat", "Sulbar"),
    "82": ("Maluku Utara", "Malut"),
}

_RENAMED = {
    "12.12": ("Kabupaten Toba", "Kabupaten Toba Samosir"),
    "64.11": ("Kabupaten Mahakam Ulu", "Kabupaten Mahakam Hulu"),
    "71.09": (
        "Kabupaten Kepulauan Siau Tagulandang Biaro",
        "Kabupaten Siau Tagulandang Biaro",
        "Sitaro",
    ),
    "76.01": ("Kabupaten Pasangkayu", "Kabupaten Mamuju Utara"),
    "81.03": ("Kabupaten Kepulauan Tanimbar", "Kabupaten Maluku Tenggara Barat"),
    "92.03": ("Kabupaten Fakfak", "Kabupaten Fak Fak"),
}

_JAKARTA = {
    "31.01": ("Kabupaten Kepulauan Seribu",),
    "31.71": ("Kota Jakarta Pusat",),
    "31.72": ("Kota Jakarta Utara",),
    "31.73": ("Kota Jakarta Barat",),
    "31.74": ("Kota Jakarta Selatan",),
    "31.75": ("Kota Jakarta Timur",),
}

#: Kemendagri code -> aliases, the name to show first.
ALIASES: dict[str, tuple[str, ...]] = {**_SHORT, **_RENAMED, **_JAKARTA}
