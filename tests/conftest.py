"""How hard Hypothesis tries: the same examples each time in CI, new ones on a desk.

A name given as `--hypothesis-profile` wins over the choice made here.
"""

import os

from hypothesis import HealthCheck, settings

# No deadlines: a time limit on one example measures how busy the machine is.
# Said outright: where CI is set, Hypothesis's own default draws the same examples each time too.
settings.register_profile("default", deadline=None, derandomize=False)
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    max_examples=60,
    # Also a measure of how busy the machine is, the more so while coverage is counted.
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci" if os.environ.get("CI") else "default")
