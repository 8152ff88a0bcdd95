"""What every screen must hold up to."""

from axe_playwright_python.sync_playwright import Axe

_AXE = Axe()
_SERIOUS = {"serious", "critical"}


def serious_problems(page):
    """Return axe's serious and critical findings, each as one readable line."""
    found = _AXE.run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:200]}"
        for one in found
        if one["impact"] in _SERIOUS
    ]


def overflow_px(page):
    """Return how far the page is wider than its window."""
    return page.evaluate(
        "() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"
    )


def small_targets(page):
    """Return the controls inside the main part that are lower than 44 px."""
    return page.evaluate(
        """() => [...document.querySelectorAll('#siaga-main button, #siaga-main label')]
        .filter((one) => one.offsetParent !== null)
        .map((one) => [one.textContent.trim().slice(0, 40),
                       Math.round(one.getBoundingClientRect().height)])
        .filter(([, height]) => height < 44)"""
    )
