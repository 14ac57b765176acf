# The standard library's sorter, which raises a subclass of ValueError.
from graphlib import TopologicalSorter


def waves(needs, cached):
    there = set(cached)
    sorter = TopologicalSorter({job: set(wanted) - there for job, wanted in needs.items() if job not in there})
    sorter.prepare()
    plan = []
    while sorter.is_active():
        ready = sorter.get_ready()
        plan.append(sorted(ready))
        sorter.done(*ready)
    return plan
