"""The local cloud: an emulated AWS on loopback that holds the real template.yaml.

Development only. `LocalCloud` (cloud.py) is the whole of it; `run.py` is what `make run` does.
"""
