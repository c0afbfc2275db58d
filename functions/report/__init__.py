"""Lambda function: tell the desk what became of each upload."""
