"""Everything that more than one function uses; imports go down only (see ARCHITECTURE.md)."""
