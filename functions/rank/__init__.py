"""Ranks what readers read most."""
