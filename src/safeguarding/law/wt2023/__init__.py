"""Working Together to Safeguard Children 2023: what is new or changed in it, and what it keeps of 2018."""
