"""The Lambda functions: one folder, one function, one verb; thin entry points.

Imported before each of them, so what shortens every cold start stands here.
"""

import gc

from shared import telemetry

__all__ = ["telemetry"]  # before pydantic: after it, Powertools makes models that nobody here uses

gc.set_threshold(100_000)  # an import makes much (up to 85,000 objects) and drops little
