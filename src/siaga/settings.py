"""Every setting, in one place.

A value comes from the first of: a flag of the command, an environment variable
`SIAGA_<NAME>`, the settings file (`siaga.toml`), the default below.
docs/pengaturan.md describes each field; a test holds the two together.
"""

from pathlib import Path
from typing import Any, ClassVar

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)
from pydantic_settings import SettingsError as UnreadableVariable

from siaga.errors import SettingsError
from siaga.places import content_home, data_folder, database_url, settings_file


class Settings(BaseSettings):
    """The settings of one running server or command."""

    model_config: ClassVar[SettingsConfigDict] = SettingsConfigDict(
        env_prefix="SIAGA_", extra="ignore", frozen=True
    )

    home: Path = Field(default_factory=content_home)
    data: Path = Field(default_factory=data_folder)
    database: str = ""
    port: int = Field(default=8866, ge=0, le=65535)
    lan: bool = True
    hosts: tuple[str, ...] = ()
    max_visitors: int = Field(default=40, ge=1, le=1000)
    idle_minutes: int = Field(default=15, ge=1, le=240)

    @field_validator("home", "data")
    @classmethod
    def _full_path(cls, path: Path) -> Path:
        if path == Path():
            msg = "a folder has a name"
            raise ValueError(msg)
        return path.expanduser().absolute()

    @property
    def journal_url(self) -> str:
        """The database that holds the journal."""
        return self.database or database_url(self.data)

    @property
    def address(self) -> str:
        """The network address the server listens on."""
        return "" if self.lan else "127.0.0.1"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Order the sources: flags, environment, file."""
        in_file = TomlConfigSettingsSource(settings_cls, toml_file=settings_file())
        return init_settings, env_settings, in_file


def load_settings(**flags: Any) -> Settings:  # noqa: ANN401
    """Return the settings in force; a flag that is None was not given.

    Raises
    ------
    SettingsError
        If a value does not fit; the message names the setting and what was expected.
    """
    given = {name: value for name, value in flags.items() if value is not None}
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]) or "siaga.toml"
        msg = f"setting {name!r} is {first['input']!r}: {first['msg']}"
        raise SettingsError(msg) from error
    except UnreadableVariable as error:
        msg = f"an environment variable SIAGA_* cannot be read: {error}"
        raise SettingsError(msg) from error
    except ValueError as error:  # tomllib: the file itself is no TOML
        msg = f"settings file {str(settings_file())!r} cannot be read: {error}"
        raise SettingsError(msg) from error
