"""Second opinion: reads the golden files that R wrote, checks every stored objective and solution anew, and solves every
problem that scikit-learn can express. Writes second.json: the objective, in Taut's convention, that scikit-learn reaches.

usage: python3 golden.py FOLDER   (holds the golden files; second.json is written there)
"""
import json
import pathlib
import sys
import warnings

import numpy as np
import sklearn
from scipy import special
from sklearn import exceptions, linear_model

FILES = ["squared", "logistic", "multinomial", "poisson", "nointercept", "sparse", "wide", "bounds", "offset", "factors", "families"]
# The problems are convex, so the lower objective is right. One below a stored objective is an error here; one above it by more
# than AGREE is an iteration of scikit-learn that stopped early (SAGA on badly scaled columns does), reported and not stored.
BELOW, AGREE = -1e-12, 1e-7


class Problem:
    """One stored problem; `scales` are the population standard deviations when the penalty acts on standardized columns."""

    def __init__(self, case):
        self.case, self.loss, self.ratio = case, case["loss"], case["l1Ratio"]
        self.x, self.y = np.array(case["x"]).T, np.array(case["y"])
        n, p = self.x.shape
        raw = np.array(case["weights"]) if case["weights"] else np.ones(n)
        self.raw, self.w = raw, raw / raw.sum()
        self.factors = np.array(case["factors"]) if case["factors"] else np.ones(p)
        self.offset = np.array(case["offset"]) if case["offset"] else np.zeros(n)
        self.scales = np.sqrt(self.w @ (self.x - self.w @ self.x) ** 2) if case["standardize"] else np.ones(p)

    def objective(self, lam, intercept, beta):
        """`beta` is K x p."""
        beta = np.atleast_2d(beta)
        eta = self.x @ beta.T + np.asarray(intercept) + self.offset[:, None]
        u = beta * self.scales
        penalty = lam * np.sum(self.factors * (self.ratio * np.abs(u) + (1 - self.ratio) / 2 * u**2))
        return self.w @ self.losses(eta) + penalty

    def losses(self, eta):
        if self.loss == "multinomial":
            return special.logsumexp(eta, axis=1) - eta[np.arange(len(self.y)), self.y.astype(int)]
        eta, y = eta[:, 0], self.y
        kind, _, parameter = self.loss.partition(":")
        q = float(parameter or "nan")
        return {
            "probit": lambda: -y * special.log_ndtr(eta) - (1 - y) * special.log_ndtr(-eta),
            "cloglog": lambda: np.where(y > 0, -np.log(-np.expm1(-np.exp(eta))), np.exp(eta)),
            "gamma": lambda: eta + y * np.exp(-eta),
            "tweedie": lambda: np.exp((2 - q) * eta) / (2 - q) + y * np.exp((1 - q) * eta) / (q - 1),
            "negbin": lambda: (y + q) * np.log1p(np.exp(eta) / q) - y * eta,
            "squared": lambda: (self.y - eta) ** 2 / 2,
            "logistic": lambda: np.logaddexp(0, eta) - self.y * eta,
            "poisson": lambda: np.exp(eta) - self.y * eta,
        }[kind]()


def estimator(problem, lam):
    """scikit-learn's estimator for the problem at this lambda, or None where it has no such model."""
    case, n = problem.case, len(problem.y)
    total, intercept = problem.raw.sum(), case["intercept"]
    nonnegative = bool(case["lower"]) and all(b == 0 for b in case["lower"]) and all(b == "Infinity" for b in case["upper"])
    if case["factors"] or (case["lower"] and not nonnegative):
        return None
    if case["loss"] == "squared":
        if case["penalty"] == "none":
            return linear_model.LinearRegression(fit_intercept=intercept)
        if case["penalty"] == "ridge" and not nonnegative:
            return linear_model.Ridge(alpha=lam * total, fit_intercept=intercept, solver="svd")
        if case["penalty"] == "ridge":
            return None
        return linear_model.ElasticNet(
            alpha=lam, l1_ratio=case["l1Ratio"], fit_intercept=intercept, tol=1e-15, max_iter=1_000_000, positive=nonnegative)
    if nonnegative or case["offset"]:
        return None
    if case["loss"] == "gamma" or case["loss"].startswith("tweedie"):
        power = 2 if case["loss"] == "gamma" else float(case["loss"].partition(":")[2])
        ridge = case["l1Ratio"] == 0
        return linear_model.TweedieRegressor(power=power, link="log", alpha=lam, fit_intercept=intercept, tol=1e-12, max_iter=100_000) if ridge else None
    if case["loss"] in ("probit", "cloglog") or case["loss"].startswith("negbin"):
        return None
    if case["loss"] == "poisson":
        return linear_model.PoissonRegressor(alpha=lam, fit_intercept=intercept, tol=1e-12, max_iter=100_000) if case["l1Ratio"] == 0 else None
    if case["l1Ratio"] > 0 and not case["standardize"] and not case["sparse"]:
        return None  # SAGA needs columns of similar scale
    shape = {"none": None, "ridge": "l2", "lasso": "l1", "enet": "elasticnet"}[case["penalty"]]
    several = "multinomial" if case["loss"] == "multinomial" else "ovr"
    return linear_model.LogisticRegression(
        penalty=shape, C=1 / (lam * total) if lam > 0 else 1.0, l1_ratio=case["l1Ratio"] if shape == "elasticnet" else None,
        solver="newton-cg" if shape in (None, "l2") else "saga", multi_class=several, fit_intercept=intercept,
        tol=1e-11 if shape in (None, "l2") else 1e-10, max_iter=4_000, random_state=0)


def fit(problem, model):
    """The model fitted on the columns that the penalty sees; coefficients come back in raw units."""
    shift = problem.w @ problem.x if problem.case["intercept"] else 0.0
    x = (problem.x - shift) / problem.scales
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        model.fit(x, problem.y - problem.offset, **({"sample_weight": problem.raw} if problem.case["weights"] else {}))
    unfinished = any(issubclass(w.category, exceptions.ConvergenceWarning) for w in caught)
    beta = np.atleast_2d(model.coef_) / problem.scales
    return np.atleast_1d(model.intercept_) - beta @ np.broadcast_to(shift, beta.shape[1]), beta, unfinished


def opinions(case):
    problem = Problem(case)
    for solution in case["solutions"]:
        stored, lam = solution["objective"], solution["lambda"]
        again = problem.objective(lam, solution["intercept"], solution["beta"])
        assert abs(again - stored) <= 1e-13 * max(1, abs(stored)), (case["name"], lam, stored, again)
        model = estimator(problem, lam)
        if model is None:
            continue
        intercept, beta, unfinished = fit(problem, model)
        theirs = problem.objective(lam, intercept, beta)
        excess = (theirs - stored) / max(1, abs(stored))
        yield {"name": case["name"], "lambda": lam, "estimator": type(model).__name__, "objective": theirs,
               "excess": excess, "finished": not unfinished}


def main(folder):
    rows = [row for name in FILES for case in json.loads((folder / f"{name}.json").read_text())["cases"] for row in opinions(case)]
    rows.sort(key=lambda row: -abs(row["excess"]))
    for row in rows[:10]:
        print(f"{row['name']:45s} {row['estimator']:20s} lambda {row['lambda']:.4g} excess {row['excess']:.2g} finished {row['finished']}")
    below = [row for row in rows if row["excess"] < BELOW]
    assert not below, below
    kept = sorted((row for row in rows if row["excess"] < AGREE), key=lambda row: (row["name"], -row["lambda"]))
    for row in kept:
        del row["excess"], row["finished"]
    print(f"{len(rows)} second opinions, {len(kept)} within {AGREE} and stored")
    lines = ",\n".join("  " + json.dumps(row) for row in kept)
    (folder / "second.json").write_text(
        '{"format": "taut-golden-1", "package": "scikit-learn", "version": "%s", "opinions": [\n%s\n]}\n' % (sklearn.__version__, lines))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
