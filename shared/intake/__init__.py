"""Intake: what editors drop becomes typed content, or faults that say how to mend it."""
