"""Lambda function: make the reader's pages what the facts say."""
