"""Leave-one-out: scikit-learn's RidgeCV on every stored ridge problem with squared loss and without factors. Writes
leaveoneout.json: the weighted mean squared error at every stored lambda.

usage: python3 leaveoneout.py FOLDER   (holds the golden files; leaveoneout.json is written there)
"""
import json
import pathlib
import sys

import sklearn
from sklearn.linear_model import RidgeCV

from golden import Problem

FILES = ["squared", "nointercept", "wide", "offset"]


def errors(problem, lambdas):
    """RidgeCV's alpha is lambda times the sum of the weights; its stored errors are squared and weighted."""
    total = problem.raw.sum()
    shift = problem.w @ problem.x if problem.case["intercept"] else 0.0
    model = RidgeCV(alphas=[lam * total for lam in lambdas], fit_intercept=problem.case["intercept"], store_cv_values=True)
    weights = {"sample_weight": problem.raw} if problem.case["weights"] else {}
    model.fit((problem.x - shift) / problem.scales, problem.y - problem.offset, **weights)
    return model.cv_values_.sum(axis=0) / total


def main(folder):
    rows = []
    for name in FILES:
        for case in json.loads((folder / f"{name}.json").read_text())["cases"]:
            if case["loss"] == "squared" and case["penalty"] == "ridge":
                lambdas = [solution["lambda"] for solution in case["solutions"]]
                found = errors(Problem(case), lambdas)
                rows += [{"file": name, "name": case["name"], "lambda": l, "leaveOneOut": e} for l, e in zip(lambdas, found)]
    lines = ",\n".join("  " + json.dumps(row) for row in rows)
    (folder / "leaveoneout.json").write_text(
        '{"format": "taut-golden-1", "package": "scikit-learn", "version": "%s", "errors": [\n%s\n]}\n' % (sklearn.__version__, lines))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
