"""The published JSON Schema of receipts.

python -m shared.desk.schema > docs/receipt.schema.json
"""

import json
import sys

from shared.desk.receipt import Receipt


def schema() -> str:
    """The schema of every `receipts/….json` beside an upload."""
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Receipt.model_json_schema(mode="serialization"),
    }
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema())
