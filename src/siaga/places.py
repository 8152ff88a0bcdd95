"""Where the kit's content and its records live on this machine.

Content ("home": `modules/`, `data/`, `voila_apps/`, `notebooks/`) is read only and
comes with the package; records ("data": journal, exports, key) belong to the people
who work here and stay when the kit is replaced.
"""

import os
import shutil
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from siaga.errors import SettingsError

#: Folders that make up an editable copy of the content.
CONTENT_FOLDERS = ("modules", "data", "notebooks", "voila_apps")


def packaged_home() -> Path:
    """Return the folder with the content that came with this installation.

    An installed wheel carries it inside the package; in a source checkout it is the
    checkout itself.
    """
    inside = Path(__file__).parent / "home"
    return inside if inside.is_dir() else Path(__file__).parents[2]


def content_home() -> Path:
    """Return the folder named by `SIAGA_HOME`, or the packaged one."""
    named = os.environ.get("SIAGA_HOME")
    return Path(named).expanduser() if named else packaged_home()


def data_folder() -> Path:
    """Return the folder named by `SIAGA_DATA`, or the user's data folder."""
    named = os.environ.get("SIAGA_DATA")
    return (
        Path(named).expanduser() if named else user_data_path("siaga", appauthor=False)
    )


def settings_file() -> Path:
    """Return the one settings file: `SIAGA_CONFIG`, or siaga.toml of this user."""
    named = os.environ.get("SIAGA_CONFIG")
    if named:
        return Path(named).expanduser()
    return user_config_path("siaga", appauthor=False) / "siaga.toml"


def database_url(data: Path) -> str:
    """Return the address of the journal that a data folder holds by default."""
    return f"sqlite:///{(data / 'siaga.db').absolute().as_posix()}"


def copy_content(target: Path) -> Path:
    """Return `target`, which now holds an editable copy of the packaged content.

    Raises
    ------
    SettingsError
        If `target` exists and is not an empty folder, or cannot be written.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        msg = f"folder {str(target)!r} is not empty: nothing was copied"
        raise SettingsError(msg)
    source = packaged_home()
    try:
        target.mkdir(parents=True, exist_ok=True)
        for name in CONTENT_FOLDERS:
            shutil.copytree(
                source / name,
                target / name,
                ignore=shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints"),
            )
    except OSError as error:
        msg = f"folder {str(target)!r} cannot be written: {error.strerror}"
        raise SettingsError(msg) from error
    return target
