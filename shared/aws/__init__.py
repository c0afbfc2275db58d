"""The adapters to AWS: boto3 and nothing else. Chosen only in `shared.wiring`."""
