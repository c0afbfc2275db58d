"""The pictures of the sample stories, drawn by code: one module, one picture."""
