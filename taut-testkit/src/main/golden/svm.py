"""Golden objectives of losses with corners and of the squared hinge on small problems: writes svm.json.

Every problem is solved twice removed from Taut: with an L1 penalty alone as a linear program (SciPy's HiGHS), otherwise on its dual by
accelerated projected gradients with restarts, which bracket the minimum: `gap` says how far apart the bounds are. The script stops where
they are further apart than 1e-5, or where scikit-learn's SVC and SVR
(ridge, with intercept) disagree by more than 1e-6.

usage: python3 svm.py OUTPUT_FOLDER
"""
import json
import pathlib
import sys

import numpy as np
import scipy
import sklearn
from scipy.optimize import linprog
from sklearn.svm import SVC, SVR


def corners(loss, y):
    """place, epsilon, lower and upper slope of every row."""
    name, _, parameter = loss.partition(":")
    if name == "hinge":
        s = 2 * y - 1
        return s, 0.0, np.minimum(-s, 0), np.maximum(-s, 0)
    if name == "quantile":
        level = float(parameter)
        return y, 0.0, np.full(len(y), -level), np.full(len(y), 1 - level)
    return y, float(parameter), np.full(len(y), -1.0), np.full(len(y), 1.0)


def value(loss, y, w, eta):
    place, eps, lower, upper = corners(loss, y)
    d = eta - place
    return w @ (upper * np.maximum(0, d - eps) - lower * np.maximum(0, -d - eps))


def objective(problem, b0, beta):
    x, y, w, lam, ratio = (problem[k] for k in ("X", "Y", "W", "lambda", "l1Ratio"))
    return value(problem["loss"], y, w, b0 + x @ beta) + lam * (ratio * np.abs(beta).sum() + (1 - ratio) / 2 * beta @ beta)


def program(problem):
    """L1 alone: variables b0+, b0-, beta+, beta-, u (cost above), v (cost below)."""
    x, y, w, lam = (problem[k] for k in ("X", "Y", "W", "lambda"))
    n, p = x.shape
    place, eps, lower, upper = corners(problem["loss"], y)
    ones = np.ones((n, 1)) * problem["intercept"]
    model = np.hstack([ones, -ones, x, -x])
    cost = np.concatenate([[0, 0], np.full(2 * p, lam), w * upper, -w * lower])
    above = np.hstack([model, -np.eye(n), np.zeros((n, n))])
    below = np.hstack([-model, np.zeros((n, n)), -np.eye(n)])
    found = linprog(cost, A_ub=np.vstack([above, below]), b_ub=np.concatenate([place + eps, eps - place]), method="highs")
    assert found.status == 0, found.message
    return found.x[0] - found.x[1], found.x[2:2 + p] - found.x[2 + p:2 + 2 * p], found.fun


def onto(r, low, high, balanced):
    """The nearest point of the box, with sum zero if balanced."""
    if not balanced:
        return np.clip(r, low, high)
    a, b = (r - high).min() - 1, (r - low).max() + 1
    for _ in range(200):
        m = (a + b) / 2
        a, b = (m, b) if np.clip(r - m, low, high).sum() > 0 else (a, m)
    return np.clip(r - (a + b) / 2, low, high)


def dual(problem):
    """With an L2 share: max -F*(r) - |S(X'r, l1)|^2 / (2 l2) over the box of slopes."""
    x, y, w, lam, ratio = (problem[k] for k in ("X", "Y", "W", "lambda", "l1Ratio"))
    place, eps, lower, upper = corners(problem["loss"], y)
    l1, l2 = lam * ratio, lam * (1 - ratio)
    shrunk = lambda c: np.sign(c) * np.maximum(np.abs(c) - l1, 0)
    # eps |r| is made smooth by splitting r into its positive and negative part.
    part = lambda r: r[:len(y)] - r[len(y):]
    low, high = np.zeros(2 * len(y)), np.concatenate([w * upper, -w * lower])
    sign = np.concatenate([np.ones(len(y)), -np.ones(len(y))])
    project = lambda r: sign * onto(sign * r, np.where(sign > 0, 0, -high), np.where(sign > 0, high, 0), problem["intercept"])
    step = l2 / (2 * np.linalg.norm(x, 2) ** 2)
    r = np.zeros(2 * len(y))
    ahead, t = r, 1.0
    for count in range(15_000):
        b = shrunk(-x.T @ part(ahead)) / l2
        slope = sign * np.tile(place - x @ b, 2) + eps
        after = project(ahead - step * slope)
        if (ahead - after) @ (after - r) > 0:
            t, ahead = 1.0, r
            if np.abs(after - r).max() > 0:
                r = after
                ahead = r
            continue
        faster = (1 + np.sqrt(1 + 4 * t * t)) / 2
        ahead, r, t = after + (t - 1) / faster * (after - r), after, faster
        if count % 500 == 0 and primal(problem, shrunk(-x.T @ part(r)) / l2)[2] - least(problem, part(r), l1, l2) < 1e-11:
            break
    b0, beta, above = primal(problem, shrunk(-x.T @ part(r)) / l2)
    return b0, beta, above, least(problem, part(r), l1, l2)


def least(problem, r, l1, l2):
    place, eps, _, _ = corners(problem["loss"], problem["Y"])
    c = np.maximum(np.abs(problem["X"].T @ r) - l1, 0)
    return -(r @ place + eps * np.abs(r).sum()) - c @ c / (2 * l2)


def primal(problem, beta):
    """The best intercept for these coefficients lies at a corner."""
    x, y = problem["X"], problem["Y"]
    place, eps, _, _ = corners(problem["loss"], y)
    rest = place - x @ beta
    places = np.concatenate([rest - eps, rest + eps]) if problem["intercept"] else [0.0]
    values = [objective(problem, b0, beta) for b0 in places]
    best = int(np.argmin(values))
    return places[best], beta, values[best]


def check(problem, found):
    """scikit-learn on the same problem."""
    lam, n = problem["lambda"], len(problem["Y"])
    model = SVC(kernel="linear", C=1 / lam, tol=1e-10) if problem["loss"] == "hinge" else SVR(
        kernel="linear", C=1 / lam, tol=1e-10, epsilon=float(problem["loss"].partition(":")[2]))
    model.fit(problem["X"], problem["Y"], sample_weight=problem["W"])
    theirs = objective(problem, model.intercept_[0], model.coef_[0])
    assert abs(theirs - found) < 1e-6 * (1 + found), (problem["loss"], theirs, found)


def main(folder):
    rng = np.random.default_rng(20261123)
    rows = []
    for n, p in ((40, 5), (30, 45)):
        x = np.round(rng.normal(size=(n, p)) * rng.choice([0.5, 1, 3], size=p), 3)
        signal = x[:, 0] - 0.7 * x[:, 1] + 0.4 * x[:, 2] + 0.3
        classes = (signal + rng.normal(size=n) > 0).astype(float)
        numbers = np.round(2 * signal + rng.standard_t(3, size=n) + 5, 2)
        raw = np.round(rng.uniform(0.2, 3, size=n), 2)
        for loss in ("hinge", "quantile:0.5", "quantile:0.9", "svr:0.5", "svr:0"):
            y = classes if loss == "hinge" else numbers
            for weights in ([], raw.tolist()):
                for intercept in (True, False):
                    for ratio in (0.0, 0.5, 1.0) if p < n else (1.0,):
                        for lam in (0.3, 0.05):
                            w = (np.array(weights) if weights else np.ones(n))
                            problem = {"X": x, "Y": y, "W": w / w.sum(), "loss": loss, "lambda": lam, "l1Ratio": ratio, "intercept": intercept}
                            if ratio == 1:
                                b0, beta, low = program(problem)
                                best = objective(problem, b0, beta)
                            else:
                                b0, beta, best, low = dual(problem)
                            gap = best - low
                            assert -1e-12 < gap < 1e-5 * (1 + best), (n, loss, ratio, lam, intercept, bool(weights), gap)
                            if ratio == 0 and intercept and loss in ("hinge", "svr:0.5") and lam > 0.01:
                                check(problem, best)
                            rows.append({"loss": loss, "columns": p, "weighted": bool(weights), "intercept": intercept, "l1Ratio": ratio,
                                         "lambda": lam, "objective": best, "gap": float(f"{max(gap, 0):.1e}")})
        print(n, p, len(rows), flush=True)
        rows.append({"x": x.T.tolist(), "classes": classes.tolist(), "numbers": numbers.tolist(), "weights": raw.tolist()})
    data = [row for row in rows if "x" in row]
    cases = [row for row in rows if "x" not in row]
    (folder / "svm.json").write_text(
        '{"format": "taut-golden-1", "package": "scipy", "version": "%s", "checked": "scikit-learn %s", "data": [\n%s\n], "cases": [\n%s\n]}\n'
        % (scipy.__version__, sklearn.__version__, ",\n".join("  " + json.dumps(row) for row in data), ",\n".join("  " + json.dumps(row) for row in cases)))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
