"""The steps. There is no way back: an older Limber refuses a newer database rather than lose what is in it."""
