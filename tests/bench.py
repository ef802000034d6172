"""`make bench`: how well and how fast Limber answers, on sets nobody may copy into knowledge/."""
