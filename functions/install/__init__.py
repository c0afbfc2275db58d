"""Lambda function: set up what a new or changed deployment needs."""
