"""The governance diagram: what it shows, and one writer for each form in which it can be had."""
