"""What is asked, and how each is checked."""
