"""The vocabulary of the newsroom: what a story is, what happened to it, and what follows."""
