"""The sample newspaper: its configuration, stories, pictures and translation memory."""
