"""The first tables, and the database's own key."""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from alembic import op

revision = "first"
down_revision = None

KEY_BYTES = 32
"""256 bits, more than anybody can try."""


def upgrade() -> None:
    """Make every table, and fill in the key."""
    _make_votes()
    _make_counter("outcome", "outcome")
    _make_counter("flag", "flag", "level")
    _make_counter("near_miss", "topic", "band")
    secret = op.create_table(
        "secret",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_secret_one_key")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_secret")),
    )
    op.bulk_insert(secret, [{"id": 1, "key": secrets.token_bytes(KEY_BYTES)}])


def _make_votes() -> None:
    op.create_table(
        "vote",
        sa.Column("ballot", sa.LargeBinary(), nullable=False),
        sa.Column("voter", sa.LargeBinary(), nullable=False),
        sa.Column("topic", sa.String(64), nullable=False),
        sa.Column("helpful", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("ballot", name=op.f("pk_vote")),
    )
    op.create_index(op.f("ix_vote_voter"), "vote", ["voter"])
    op.create_index(op.f("ix_vote_day"), "vote", ["day"])


def _make_counter(table: str, *names: str) -> None:
    op.create_table(
        table,
        sa.Column("day", sa.Date(), nullable=False),
        *(sa.Column(name, sa.String(64), nullable=False) for name in names),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", *names, name=op.f(f"pk_{table}")),
    )
