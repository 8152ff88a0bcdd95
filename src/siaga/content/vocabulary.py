"""The Indonesian words of the content format, and what they mean to the code.

The one Python file that holds both languages: everywhere else the names on the left
are used.
"""

from collections.abc import Mapping

from siaga.domain.quiz import Level
from siaga.domain.scenario import EndingKind
from siaga.domain.training import Span, Status

# Folders and files below the root.
MODULES = "modules"
DATA = "data"
CURRICULUM_FILE = "kurikulum.yml"
SOURCES_FILE = "sumber.yml"
MODULE_FILE = "modul.md"
QUIZ_FILE = "kuis.md"
SCENARIOS = "skenario"
IMAGES = "gambar"
FACTS_FILE = "fakta.csv"
CHANNELS_FILE = "kanal.csv"
LAWS_FILE = "hukum.csv"
SCENARIO_TEMPLATE = "skenario.md"
#: What a module folder may hold.
MODULE_ENTRIES = (MODULE_FILE, QUIZ_FILE, SCENARIOS, IMAGES)
#: A quiz is called after its module.
QUIZ_SUFFIX = "-kuis"

# Keys of front matter and of the two YAML files.
ID = "id"
TITLE = "judul"
MINUTES = "menit"
ROLES = "peran"
COMPETENCIES = "kompetensi"
STATUS = "status"
REVIEWERS = "peninjau"
UPDATED = "diperbarui"
REREAD = "dibaca_ulang"
REREAD_BY = "dibaca_oleh"
SOURCES = "sumber"
PASS_PCT = "lulus"  # noqa: S105 - a pass mark, no password
LEVELS = "tingkat"
START = "mulai"
ENDINGS = "akhir"
CHANNELS = "kanal"
MODULE_LIST = "modul"
PATHS = "jalur"
FORMS = "formulir"
PUBLISHER = "penerbit"
PUBLISHED = "tanggal"
ADDRESS = "alamat"
ACCESSED = "diakses"

MODULE_KEYS = (
    ID,
    TITLE,
    MINUTES,
    ROLES,
    COMPETENCIES,
    STATUS,
    REVIEWERS,
    UPDATED,
    REREAD,
    REREAD_BY,
    SOURCES,
)
QUIZ_KEYS = (ID, TITLE, PASS_PCT, SOURCES, LEVELS)
SCENARIO_KEYS = (ID, TITLE, ROLES, MINUTES, START, ENDINGS, CHANNELS, SOURCES)
CURRICULUM_KEYS = (MODULE_LIST, COMPETENCIES, ROLES, PATHS, FORMS)
SPANS = {
    "90-menit": Span.NINETY_MINUTES,
    "setengah-hari": Span.HALF_DAY,
    "sehari": Span.FULL_DAY,
}
PATH_KEYS = (MINUTES, MODULE_LIST, *SPANS)
SOURCE_KEYS = (TITLE, PUBLISHER, PUBLISHED, ADDRESS, ACCESSED)

# Values with a meaning of their own.
STATUS_VALUES: Mapping[str, Status] = {
    "draf": Status.DRAFT,
    "ditinjau": Status.REVIEWED,
    "terbit": Status.PUBLISHED,
}
ENDING_VALUES: Mapping[str, EndingKind] = {
    "aman": EndingKind.GOOD,
    "sebagian": EndingKind.PARTIAL,
    "bahaya": EndingKind.BAD,
}
LEVEL_VALUES: Mapping[str, Level] = {
    "tahu": Level.KNOW,
    "terapkan": Level.APPLY,
    "nilai": Level.JUDGE,
}
#: The title of a choice that is a harmful act.
HARMFUL = "merugikan"

# Sections of a module.
GOALS = "tujuan"
LESSON = "materi"
ACTIVITIES = "aktivitas"
KEY_POINTS = "inti"
TASKS = "besok-pagi"
SECTIONS = (GOALS, LESSON, ACTIVITIES, KEY_POINTS, TASKS)

# Placeholders.
FACT = "fakta"
CHANNEL = "kanal"
LAW = "hukum"
MAP = "peta"
PLACEHOLDERS = (FACT, CHANNEL, LAW, MAP)
#: The kind of a `[@key]` token; written differently from the others.
CITATION = "sumber"

# Columns of the data files -> attributes of `Fact`, `Channel` and `Law`.
FACT_COLUMNS: Mapping[str, str] = {
    "id": "id",
    "pernyataan": "statement",
    "nilai": "value",
    "satuan": "unit",
    "tahun": "year",
    "wilayah": "region",
    "sumber": "source",
    "penerbit": "publisher",
    "tanggal": "published",
    "alamat": "address",
    "diperiksa": "checked",
    "tinjau_sebelum": "review_by",
    "tingkat": "grade",
    "catatan": "note",
}
CHANNEL_COLUMNS: Mapping[str, str] = {
    "id": "id",
    "lembaga": "institution",
    "kanal": "name",
    "kontak": "contact",
    "jenis": "kind",
    "untuk_apa": "purpose",
    "jam": "hours",
    "cakupan": "scope",
    "sumber": "source",
    "alamat": "address",
    "diperiksa": "checked",
    "tinjau_sebelum": "review_by",
    "tingkat": "grade",
}
LAW_COLUMNS: Mapping[str, str] = {
    "id": "id",
    "peraturan": "regulation",
    "pasal": "article",
    "isi": "content",
    "untuk": "audience",
    "sumber": "source",
    "alamat": "address",
    "diperiksa": "checked",
    "tinjau_sebelum": "review_by",
    "tingkat": "grade",
}
REQUIRED_CELLS = {
    FACTS_FILE: ("pernyataan", "nilai", "sumber", "penerbit", "alamat"),
    CHANNELS_FILE: ("lembaga", "kanal", "kontak", "untuk_apa", "sumber", "alamat"),
    LAWS_FILE: ("peraturan", "pasal", "isi", "sumber", "alamat"),
}
#: The first word of a grade that may be shown.
GRADES = {FACTS_FILE: ("ya",), CHANNELS_FILE: ("A", "B"), LAWS_FILE: ("ya",)}
CHECKED = "diperiksa"
REVIEW_BY = "tinjau_sebelum"
GRADE = "tingkat"
CONTACT_KIND = "jenis"
PHONE = "telepon"
WHATSAPP = "whatsapp"
EMAIL = "email"
WEBSITE = "situs"
CONTACT_KINDS = (PHONE, WHATSAPP, WEBSITE, EMAIL)

# Words by which the question bank knows a question that is asked badly; see
# `siaga.domain.flaw.Wording`.
NEGATIONS = frozenset({"tidak", "bukan", "jangan", "bukanlah", "tidaklah"})
EXCEPTIONS = frozenset({"kecuali"})
ASKERS = frozenset(
    {
        *("apa", "apakah", "mana", "manakah", "saja", "siapa", "siapakah"),
        *("hal", "langkah", "tindakan", "pernyataan", "kalimat", "jawaban", "pilihan"),
        *("berikut", "ini", "itu", "sikap", "tanggapan", "tanda", "satu"),
    }
)
RELATIVE = "yang"
SUBORDINATORS = frozenset(
    {
        *("agar", "bahwa", "bila", "jika", "kalau", "karena", "ketika", "meski"),
        *("sampai", "sebab", "sebelum", "sehingga", "selama", "sementara", "sesudah"),
        *("setelah", "supaya", "walau", "apabila", "meskipun", "walaupun", "saat"),
    }
)
CATCH_ALL = (
    r"\b(?:semua|seluruh)(?:nya)?\b(?: (?:jawaban|pilihan|pernyataan|yang))*"
    r"(?: di atas| di bawah)?(?: ini| itu| tersebut)?(?: adalah)?"
    r" (?:benar|salah|betul)\b"
    r"|\b(?:semua|seluruh) (?:jawaban|pilihan|pernyataan) (?:di atas|tersebut|itu)"
    r"|\btidak (?:ada|satu pun)(?: yang| jawaban| pilihan)* (?:benar|salah|betul)\b"
    r"|^[a-e](?:,? dan|,? atau|,) [a-e](?: dan [a-e])?(?: benar| salah| betul)?\.?$"
)
