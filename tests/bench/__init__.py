"""How well and how fast Limber answers, on messages nobody may copy into knowledge/."""
