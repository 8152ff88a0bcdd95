"""Drives the app `belajar` as a learner does: by what can be read on the screen."""

from playwright.sync_api import expect

#: Buttons that lead on, the most specific first.
ONWARD = (
    "Lanjut ke kuis",
    "Mulai kuis",
    "Pertanyaan berikutnya",
    "Lihat hasil",
    "Lanjut ke latihan keputusan",
    "Mulai latihan",
    "Lanjut ke ringkasan",
    "Besok pagi",
    "Selesaikan modul",
    "Selesai",
    "Lanjut",
    "Lanjutkan",
    "Mulai",
)


class Learner:
    """Somebody at a screen of the app."""

    def __init__(self, page, server):
        self.page = page
        self.server = server

    def open(self, path="/belajar"):
        self.page.goto(self.server.base + path)
        self.ready()
        return self

    def ready(self):
        self.page.locator("html[data-siaga=ready]").wait_for()

    @property
    def main(self):
        return self.page.locator("#siaga-main")

    @property
    def heading(self):
        return self.main.get_by_role("heading", level=1).inner_text().strip()

    def choose_role(self, name="Kepala desa / lurah"):
        self.press(name)
        self.expect_heading("Jalur belajar Anda")

    def open_module(self, title="Tanda bahaya perekrutan"):
        self.press(title)
        self.expect_heading(title)

    def press(self, name, *, exact=False):
        """Press the button whose name holds `name`, and wait for the next screen."""
        self.main.get_by_role("button", name=name, exact=exact).first.click()

    def settled(self):
        """Wait until what was pressed has been dealt with."""
        expect(self.main.locator(".siaga-pressed")).to_have_count(0)

    def expect_heading(self, text):
        expect(self.main.get_by_role("heading", level=1)).to_contain_text(text)

    def has(self, name):
        return self.main.get_by_role("button", name=name, exact=True).is_visible()

    def answer(self, pick=0):
        """Answer the question on the screen and wait until it is saved."""
        for role in ("radio", "checkbox"):
            inputs = self.main.get_by_role(role)
            if inputs.count():
                inputs.nth(pick % inputs.count()).check(force=True)
                break
        self.press("Periksa jawaban")
        self.main.get_by_text("Tersimpan").first.wait_for()
        self.settled()
