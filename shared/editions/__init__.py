"""What an edition is: its language and direction, and how it writes dates, numbers and labels."""
