"""The Lambda functions: one folder, one function, one verb; thin entry points."""
