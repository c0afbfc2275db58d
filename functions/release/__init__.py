"""Brings out what waits for its minute."""
