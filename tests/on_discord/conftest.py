"""Limber on an in-memory Discord, with a real SQLite file and a clock of the test's own."""

from __future__ import annotations

from dataclasses import replace

import pytest
import simcord

from bot.answering.answer import Answerer
from bot.desk.desk import Desk
from bot.desk.service import Service
from bot.on_discord.client import Ground, LimberClient
from bot.store.store import Store
from tests.desk.stage import CLINIC, Clock
from tests.on_discord.server import Server


@pytest.fixture
def ground() -> Ground:
    return Ground()


@pytest.fixture
def simcord_bot(answerer: Answerer, store: Store, clock: Clock, ground: Ground) -> LimberClient:
    return LimberClient(Service(Desk(answerer, CLINIC), store, clock), ground)


@pytest.fixture
def server(simcord_env: simcord.Env, simcord_bot: LimberClient, store: Store, clock: Clock) -> Server:
    guild = simcord_env.create_guild()
    role = guild.create_role("staff")
    channel = guild.create_text_channel("back-pain")
    patient, other = (guild.add_member(simcord_env.create_user(name)) for name in ("pat", "oth"))
    staff = guild.add_member(simcord_env.create_user("sta"), roles=[role])
    simcord_bot.ground = replace(
        simcord_bot.ground,
        staff_role=role.id,
        ask_channels=frozenset({channel.id}) if simcord_bot.ground.ask_channels else frozenset(),
    )
    return Server(simcord_env, guild, channel, patient, other, staff, simcord_bot, store, clock)
