"""Lambda function: make the pictures' renditions."""
