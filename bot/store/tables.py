"""The tables. What each is for, and for how long, stands in `kept.py`; how they come to be, in `migrations/`."""

from __future__ import annotations

import re
from datetime import date

from sqlalchemy import CheckConstraint, Column, Dialect, LargeBinary, MetaData, Named, String, Table, TypedColumns
from sqlalchemy.types import TypeDecorator

LONGEST_NAME = 64
"""Characters in a name: the longest topic id has 28."""

_NAME = re.compile(rf"[a-z0-9][a-z0-9.-]{{0,{LONGEST_NAME - 1}}}")


class Name(TypeDecorator[str]):
    """An id or a band of ours, such as `sciatica-what` or `0.4-0.5`; anything else, such as a sentence, is refused.

    So no slip of a caller can put a message into the database. Raises `ValueError`, without the value.
    """

    impl = String(LONGEST_NAME)
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str:
        """Let names through."""
        if value is None or not _NAME.fullmatch(value):
            raise ValueError(f"a name is 1 to {LONGEST_NAME} lower-case letters, digits, dots and hyphens")
        return str(value)


class VoteColumns(TypedColumns):
    """One person's opinion of one answer under one message."""

    ballot: Named[bytes] = Column(LargeBinary, primary_key=True)
    voter: Named[bytes] = Column(LargeBinary, index=True)
    topic: Named[str] = Column(Name)
    helpful: Named[bool]
    day: Named[date] = Column(index=True)


class OutcomeColumns(TypedColumns):
    """Questions by day and outcome."""

    day: Named[date] = Column(primary_key=True)
    outcome: Named[str] = Column(Name, primary_key=True)
    count: Named[int]


class FlagColumns(TypedColumns):
    """Warnings by day, flag and level."""

    day: Named[date] = Column(primary_key=True)
    flag: Named[str] = Column(Name, primary_key=True)
    level: Named[str] = Column(Name, primary_key=True)
    count: Named[int]


class NearMissColumns(TypedColumns):
    """Unsure answers by day, nearest topic and confidence band."""

    day: Named[date] = Column(primary_key=True)
    topic: Named[str] = Column(Name, primary_key=True)
    band: Named[str] = Column(Name, primary_key=True)
    count: Named[int]


class SecretColumns(TypedColumns):
    """The one key of the one-way codes in `vote`."""

    id: Named[int] = Column(primary_key=True, autoincrement=False)
    key: Named[bytes] = Column(LargeBinary)


METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ix": "ix_%(column_0_label)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

vote = Table("vote", METADATA, VoteColumns)
outcome = Table("outcome", METADATA, OutcomeColumns)
flag = Table("flag", METADATA, FlagColumns)
near_miss = Table("near_miss", METADATA, NearMissColumns)
secret = Table("secret", METADATA, SecretColumns, CheckConstraint("id = 1", name="one_key"))
