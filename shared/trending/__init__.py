"""Trending: what readers read, counted from the access logs, and ranked."""
