"""Pictures of time: what one shows, for a case and for a year, and one writer for each form in which it can be had."""
