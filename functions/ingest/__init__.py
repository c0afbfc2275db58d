"""Lambda function: take in what editors dropped into the inbox."""
