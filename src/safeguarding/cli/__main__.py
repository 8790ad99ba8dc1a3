"""Runs the command as ``python -m safeguarding.cli``."""

import sys

from safeguarding.cli import main

sys.exit(main())
