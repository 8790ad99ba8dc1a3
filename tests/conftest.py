"""How hard Hypothesis tries: the same examples each time, unless somebody goes exploring.

`--hypothesis-profile=explore` draws many new ones; `quick` is for runs that repeat another one.
"""

from hypothesis import HealthCheck, settings

# No deadlines and no health check for slowness: they measure how busy the machine is.
for name, examples, the_same in (("default", 60, True), ("quick", 15, True), ("explore", 1000, False)):
    settings.register_profile(
        name,
        deadline=None,
        derandomize=the_same,
        max_examples=examples,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile("default")
