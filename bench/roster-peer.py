"""CP-SAT on the pattern form of a roster: what it covers after each number of seconds, on standard input as JSON.

Each class of alike units flows from span to span of duty, whole numbers of them; each post counts its covered seats.
"""

import json
import sys

from ortools.sat.python import cp_model

given = json.load(sys.stdin)


def solve(seconds):
    model = cp_model.CpModel()
    seats = [model.new_int_var(0, post["quantity"], "") for post in given["posts"]]
    served = [[] for _ in given["posts"]]
    for one in given["classes"]:
        flow = [[] for _ in range(one["moments"] + 1)]
        for moment in range(one["moments"]):
            wait = model.new_int_var(0, one["units"], "")
            flow[moment].append((wait, 1))
            flow[moment + 1].append((wait, -1))
        for begin, ready, posts in one["spans"]:
            taken = model.new_int_var(0, one["units"], "")
            flow[begin].append((taken, 1))
            flow[ready].append((taken, -1))
            for post in posts:
                served[post].append(taken)
        for moment in range(one["moments"]):
            ready = one["units"] if moment == 0 else 0
            model.add(sum(variable * sign for variable, sign in flow[moment]) == ready)
    for post, variable in enumerate(seats):
        model.add(variable <= sum(served[post]))
    model.maximize(sum(round(post["value"]) * seats[at] for at, post in enumerate(given["posts"])))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = given["workers"]
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return {"seconds": seconds, "covered": solver.objective_value if found else 0, "bound": solver.best_objective_bound}


json.dump([solve(seconds) for seconds in given["seconds"]], sys.stdout)
