"""Counts what readers read."""
