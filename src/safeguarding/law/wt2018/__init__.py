"""Working Together to Safeguard Children 2018, one file for each heading."""
