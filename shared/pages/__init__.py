"""The reader's pages: what they are made of, how they look, and how they come to stand."""
