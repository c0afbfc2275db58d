"""`sweep`: mends what an event failed to bring."""
