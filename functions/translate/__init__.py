"""Lambda function: give an edition its words."""
