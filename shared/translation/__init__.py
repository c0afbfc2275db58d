"""A story's words in another language: memory first, then engines, and a gate before every result.

Inline marks travel as codes in one plain line per sentence (markup), so an engine that loses a
link is noticed; nothing that fails a gate leaves this package.
"""
