"""Figures made for a test: one indicator, a few regions, nothing from outside."""

from dataclasses import replace

from siaga.content.indicators import Indicator, Provenance
from siaga.domain.indicator import IndicatorMeta, Observation, Period

META = IndicatorMeta("korban", "Korban", "orang", may_rate=True)


def year(number):
    return Period(number, str(number), "setahun")


def figure(region, value, *, in_year=2024, version="", period=None):
    return Observation(
        "korban", region, period or year(in_year), value, "orang", version, "Dinsos"
    )


class SmallFigures:
    """A source of figures; everything may be mapped unless `may` says otherwise."""

    is_total_told = False

    def __init__(self, *found, meta=META, may=True):
        self.found = found or (figure("11", 40), figure("12", 60), figure("13", 90))
        self.meta = meta
        self.may = may

    def of(self, *found, **changes):
        meta = replace(self.meta, **changes)
        return SmallFigures(*found, meta=meta, may=self.may)

    def listed(self):
        return [Indicator(self.meta)]

    def figures(self, indicator):
        return self.found if indicator == self.meta.id else ()

    def provenance(self, one):
        return Provenance(one.source, "", "2025-01-31", "https://x.id/a", None, None)

    def may_map(self, _indicator, _period):
        return self.may
