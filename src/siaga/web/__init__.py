"""Small HTML pages, rendered without a kernel."""

from siaga.web.assets import Asset, load_assets, shared_files
from siaga.web.pages import (
    TEMPLATES_FOLDER,
    HomeChannel,
    exit_page,
    home_page,
    message_page,
)

__all__ = [
    "TEMPLATES_FOLDER",
    "Asset",
    "HomeChannel",
    "exit_page",
    "home_page",
    "load_assets",
    "message_page",
    "shared_files",
]
