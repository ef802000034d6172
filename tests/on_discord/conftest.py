"""Limber on an in-memory Discord, with a real SQLite file and a clock of the test's own."""

from __future__ import annotations

from dataclasses import replace

import pytest
import simcord

from bot.answering.answer import Answerer
from bot.desk.desk import Desk
from bot.desk.service import Service
from bot.on_discord.client import LimberClient
from bot.on_discord.front import Front, Scope
from bot.store.store import Store
from tests.desk.stage import CLINIC, Clock
from tests.on_discord.server import Server


@pytest.fixture
def scope() -> Scope:
    return Scope()


@pytest.fixture
def simcord_bot(answerer: Answerer, store: Store, clock: Clock, scope: Scope) -> LimberClient:
    return LimberClient(Front(Service(Desk(answerer, CLINIC), store, clock), scope))


@pytest.fixture
def server(simcord_env: simcord.Env, simcord_bot: LimberClient, store: Store, clock: Clock) -> Server:
    guild = simcord_env.create_guild()
    role = guild.create_role("staff")
    channel = guild.create_text_channel("back-pain")
    patient, other = (guild.add_member(simcord_env.create_user(name)) for name in ("pat", "oth"))
    staff = guild.add_member(simcord_env.create_user("sta"), roles=[role])
    front = simcord_bot.front
    front.scope = replace(
        front.scope,
        staff_role=role.id,
        ask_channels=frozenset({channel.id}) if front.scope.ask_channels else frozenset(),
    )
    return Server(simcord_env, guild, channel, patient, other, staff, simcord_bot, store, clock)
