"""Settings, read once from the environment or `.env`, typed, and passed in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.desk.clinic import Clinic
from bot.desk.hours import parse_hours
from bot.errors import SettingError
from bot.library import Library

ENV_FILE = ".env"


def _ids(value: object) -> object:
    """Split a comma-separated list of Discord ids."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


class Settings(BaseSettings):
    """Every setting of `.env.example`. Only `limber run` needs any; see `require`."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE,
        env_file_encoding="utf-8-sig",
        extra="forbid",
        env_ignore_empty=True,
        hide_input_in_errors=True,
        frozen=True,
    )

    discord_token: SecretStr = SecretStr("")
    clinic_name: str = ""
    clinic_contact: str = ""
    region: str = ""
    guild_id: int | None = Field(default=None, ge=1)
    ask_channel_ids: Annotated[frozenset[int], NoDecode, BeforeValidator(_ids)] = frozenset()
    staff_channel_id: int | None = Field(default=None, ge=1)
    staff_role_id: int | None = Field(default=None, ge=1)
    opening_hours: str = ""
    emergency_number: str = ""
    urgent_line: str = ""
    crisis_line: str = ""
    only_reviewed: bool = False
    database_url: str = "sqlite:///limber.sqlite3"
    knowledge_dir: Path | None = None
    log_format: str = Field(default="console", pattern="^(console|json)$")
    health_port: int | None = Field(default=None, ge=1, le=65535)
    discord_api_url: str = Field(default="", pattern=r"^(https?://\S+)?$")

    def clinic(self, library: Library) -> Clinic:
        """Return the clinic the cards speak for. Raises `SettingError` for a region nobody has written down."""
        own = {
            "clinic_name": self.clinic_name,
            "clinic_contact": self.clinic_contact,
            "emergency_number": self.emergency_number,
            "urgent_line": self.urgent_line,
            "crisis_line": self.crisis_line,
        }
        hours = parse_hours(self.opening_hours) if self.opening_hours else None
        if not self.region:
            named: dict[str, Any] = {key: value for key, value in own.items() if value}
            return Clinic(**named, hours=hours)
        region = library.regions.get(self.region.lower())
        if region is None:
            known = ", ".join(library.regions)
            raise SettingError(f"REGION is {self.region!r}; it must be one of: {known}.")
        return Clinic.in_region(region, hours, **own)

    def require(self) -> None:
        """Raise `SettingError` naming every setting that `limber run` needs and has not got."""
        needed = {
            "DISCORD_TOKEN": self.discord_token.get_secret_value(),
            "CLINIC_NAME": self.clinic_name,
            "CLINIC_CONTACT": self.clinic_contact,
            "REGION": self.region,
        }
        missing = [key for key, value in needed.items() if not value]
        if missing:
            raise SettingError(
                f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing. "
                f"Copy .env.example to {ENV_FILE} and fill it in, or set the environment variable."
            )


def read_settings() -> Settings:
    """Read the environment and `.env`. Raises `SettingError` with one sentence a setting that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingError("\n".join(_sentence(detail) for detail in error.errors(include_url=False))) from error
    except UnicodeDecodeError as error:
        raise SettingError(f"{ENV_FILE} is not UTF-8 text; save it again as UTF-8.") from error


def terminal_clinic(library: Library) -> Clinic:
    """Return the clinic for the terminal, which needs no setting but uses what is there."""
    return read_settings().clinic(library)


def _sentence(detail: Any) -> str:  # noqa: ANN401 - pydantic's ErrorDetails is a loose dict
    """Name the key and what was expected of it; never the value, which may be a secret."""
    key = str(detail["loc"][0]).upper()
    if detail["type"] == "extra_forbidden":
        return f"{key} in {ENV_FILE} is not a setting Limber knows; .env.example lists them all."
    expected = {
        "int_parsing": "a whole number",
        "bool_parsing": "true or false",
        "greater_than_equal": "a number of 1 or more",
        "less_than_equal": "a number of 65535 or less",
    }.get(detail["type"], "")
    if key == "LOG_FORMAT":
        expected = "console or json"
    if key == "DISCORD_API_URL":
        expected = "an address such as http://127.0.0.1:8080/api/v10"
    return f"{key} cannot be used: it must be {expected or detail['msg'].lower()}."
