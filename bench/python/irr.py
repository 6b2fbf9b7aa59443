"""IRR by the roots of the polynomial, the way numpy-financial 1.0 does it. Takes the file, flows per project, projects."""
import json
import sys
import time

import numpy as np


def irr(flows):
    roots = np.roots(flows[::-1])
    growth = roots.real[(roots.imag == 0) & (roots.real > 0)]
    if growth.size == 0:
        return float("nan")
    rates = 1 / growth - 1
    return float(rates[np.argmin(np.abs(rates))])


file, count, projects = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
flows = np.fromfile(file, dtype=np.float64).reshape(-1, count)[:projects]
results = [irr(each) for each in flows]
start = time.perf_counter_ns()
for each in flows:
    irr(each)
print(json.dumps({"ns": (time.perf_counter_ns() - start) / projects, "results": results}))
