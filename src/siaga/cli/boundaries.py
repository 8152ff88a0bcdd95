"""`siaga data batas`: boundaries an office holds, instead of the approximate ones."""

from collections.abc import Callable, Mapping
from pathlib import Path

from siaga.cli import options
from siaga.cli.folder import writing_to
from siaga.cli.status import RefusalError, Status
from siaga.cli.terminal import Page
from siaga.content.boundaries import (
    BoundaryProblem,
    Trouble,
    boundaries_folder,
    read_boundaries,
    remove_boundaries,
    store_boundaries,
)
from siaga.content.regions import Regions
from siaga.language import gettext as _
from siaga.settings import load_settings

#: Problems that are told one by one; the rest is counted.
_SHOWN = 20


def boundaries(
    file: options.BoundaryFile = None,
    *,
    remove: options.RemoveBoundaries = False,
    home: options.Home = None,
    data: options.Data = None,
) -> int:
    """Check a file and use its boundaries from now on, or go back to ours."""
    settings = load_settings(home=home, data=data)
    folder = boundaries_folder(settings.data)
    if remove and file is None:
        return _remove(folder)
    if file is None or remove:
        msg = _("Name a file of boundaries, or use --hapus to remove your own.")
        raise RefusalError(msg)
    return _take(file, folder, Regions.open(settings.home))


def _take(file: Path, folder: Path, regions: Regions) -> int:
    try:
        content = file.expanduser().read_bytes()
    except OSError as error:
        msg = _("The file {path} cannot be read.", path=file)
        raise RefusalError(msg) from error
    found = read_boundaries(content, regions)
    page = Page()
    if found.problems:
        for problem in found.problems[:_SHOWN]:
            page.line(_told(problem))
        rest = len(found.problems) - _SHOWN
        if rest > 0:
            page.line(_("and {count} more.", count=rest))
        page.line(_("Nothing was changed: the maps show the boundaries of before."))
        return Status.PROBLEM
    with writing_to(folder):
        path = store_boundaries(found, folder, regions)
    page.line(
        _("{count} regions stored in {path}.", count=len(found.shapes), path=path)
    )
    page.line(_("Maps show them after: siaga serve is started again."))
    return Status.OK


def _remove(folder: Path) -> int:
    with writing_to(folder):
        names = remove_boundaries(folder)
    page = Page()
    for name in names:
        page.line(_("Removed: {name}", name=name))
    page.line(_("Maps show the approximate boundaries that came with the kit."))
    return Status.OK


def _told(problem: BoundaryProblem) -> str:
    what = _words()[problem.trouble](problem.values)
    if not problem.feature:
        return what
    return _("Feature {number}: {what}", number=problem.feature, what=what)


_Words = Callable[[Mapping[str, str]], str]


def _words() -> Mapping[Trouble, _Words]:
    """Return what is told about each trouble."""
    return {**_words_of_the_file(), **_words_of_shapes(), **_words_of_codes()}


def _words_of_the_file() -> Mapping[Trouble, _Words]:
    return {
        Trouble.TOO_LARGE: lambda values: _(
            "The file is too large for a map on phones: at most {limit} MB. Simplify "
            "the outlines first.",
            **values,
        ),
        Trouble.NO_JSON: lambda _values: _("The file is no GeoJSON: it is no JSON."),
        Trouble.NO_COLLECTION: lambda _values: _(
            "The file is no GeoJSON FeatureCollection with features."
        ),
        Trouble.OTHER_REFERENCE: lambda _values: _(
            "The file names another reference system. Save it in WGS84 (EPSG:4326)."
        ),
    }


def _words_of_shapes() -> Mapping[Trouble, _Words]:
    return {
        Trouble.NO_CODE: lambda _values: _(
            "There is no Kemendagri code such as 32.03 in the property kode."
        ),
        Trouble.NO_POLYGON: lambda values: _(
            "{code} is no Polygon and no MultiPolygon.", **values
        ),
        Trouble.NO_POSITION: lambda values: _(
            "{code} has a place that is not two numbers.", **values
        ),
        Trouble.SHORT_RING: lambda values: _(
            "{code} has an outline of fewer than four places.", **values
        ),
        Trouble.OPEN_RING: lambda values: _(
            "{code} has an outline that does not end where it begins.", **values
        ),
        Trouble.OUTSIDE: lambda values: _(
            "{code} lies outside Indonesia. Expected: degrees in WGS84, longitude "
            "before latitude.",
            **values,
        ),
        Trouble.CROSSES_ITSELF: lambda values: _(
            "{code} has an outline that crosses itself.", **values
        ),
    }


def _words_of_codes() -> Mapping[Trouble, _Words]:
    return {
        Trouble.MIXED_LEVELS: lambda _values: _(
            "Expected: only provinces, or only regencies and cities."
        ),
        Trouble.UNKNOWN: lambda values: _(
            "{count} codes are not those of Kemendagri: {codes}. Codes of BPS differ.",
            **values,
        ),
        Trouble.REPEATED: lambda values: _(
            "{count} codes stand twice: {codes}.", **values
        ),
        Trouble.MISSING: lambda values: _(
            "{count} regions are missing: {codes}.", **values
        ),
    }
