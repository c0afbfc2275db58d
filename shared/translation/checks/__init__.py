"""What can be told of a translation by its source alone; each module looks for one kind of fault.

They are pure functions of canonical lines without codes. `shared.translation.gates` has their
order, and what follows from a finding.
"""
