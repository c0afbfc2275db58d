"""The desk's side: receipts, exports for people's words, and the overview of everything open."""
