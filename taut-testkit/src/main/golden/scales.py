"""What scikit-learn finds on the data of the scale checks for numbers in its own terms. Standardization means the columns that
StandardScaler makes (with the weights, if there are any); coefficients are stored for raw columns.

usage: python3 scales.py FOLDER   (holds the data; sklearn.json is written there)
"""
import csv
import json
import pathlib
import sys
import warnings

import numpy as np
import sklearn
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import (ElasticNet, GammaRegressor, HuberRegressor, Lasso, LogisticRegression, PoissonRegressor, QuantileRegressor,
                                  Ridge, TweedieRegressor)
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC, SVR, LinearSVC, LinearSVR

EXACT = {"tol": 1e-10, "max_iter": 300_000}
LIBLINEAR = {"random_state": 0, "tol": 1e-10, "max_iter": 1_000_000}
LIBSVM = {"kernel": "linear", "tol": 1e-12, "max_iter": 3_000_000}


def estimators(loss, intercept, standardize):
    """penalty, numbers, estimator: only where the solver can be made to go on until nothing moves."""
    fit = {"fit_intercept": intercept}
    if loss == "squared":
        yield "ridge", [20.0], Ridge(alpha=20.0, solver="cholesky", **fit)
        yield "lasso", [0.2], Lasso(alpha=0.2, **EXACT, **fit)
        yield "enet", [0.3, 0.5], ElasticNet(alpha=0.3, l1_ratio=0.5, **EXACT, **fit)
    elif loss in ("logistic", "multinomial"):
        newton = {"solver": "newton-cholesky", "tol": 1e-12} if loss == "logistic" else {"solver": "newton-cg", "tol": 1e-8}
        yield "ridge", [0.3], LogisticRegression(C=0.3, max_iter=10_000, **newton, **fit)
        if standardize and intercept:  # elsewhere saga takes for ever
            yield "lasso", [0.5], LogisticRegression(C=0.5, penalty="l1", solver="saga", **EXACT, **fit)
            yield "enet", [0.4, 0.5], LogisticRegression(C=0.4, penalty="elasticnet", l1_ratio=0.5, solver="saga", **EXACT, **fit)
        elif loss == "logistic" and not intercept:
            yield "lasso", [0.5], LogisticRegression(C=0.5, penalty="l1", solver="liblinear", random_state=0, tol=1e-10, max_iter=1_000_000, **fit)
    elif loss == "poisson":
        yield "ridge", [0.25], PoissonRegressor(alpha=0.25, solver="newton-cholesky", tol=1e-13, max_iter=1000, **fit)
    elif loss == "gamma":
        yield "ridge", [0.25], GammaRegressor(alpha=0.25, solver="newton-cholesky", tol=1e-13, max_iter=1000, **fit)
    elif loss.startswith("tweedie:"):
        power = float(loss.split(":")[1])
        yield "ridge", [0.25], TweedieRegressor(power=power, link="log", alpha=0.25, solver="newton-cholesky", tol=1e-13, max_iter=1000, **fit)
    else:
        yield from machines(*loss.partition(":")[::2], intercept, fit)
        # Warm starts forget that there is no intercept, and raw columns are too much for L-BFGS.
        if loss.startswith("scaled_huber") and intercept and standardize:
            yield "ridge", [2.0], HuberRegressor(epsilon=float(loss.split(":")[1]), alpha=2.0, tol=1e-11, max_iter=100_000, warm_start=True)


def machines(kind, parameter, intercept, fit):
    """Losses with corners and their smooth relatives. What rests on liblinear penalises an intercept, what rests on LIBSVM has one always."""
    if kind == "hinge":
        yield "ridge", [0.4], SVC(C=0.4, **LIBSVM) if intercept else LinearSVC(C=0.4, loss="hinge", **LIBLINEAR, **fit)
    elif kind == "squared_hinge" and not intercept:
        yield "ridge", [0.4], LinearSVC(C=0.4, dual=False, **LIBLINEAR, **fit)
        yield "lasso", [0.3], LinearSVC(C=0.3, penalty="l1", dual=False, **LIBLINEAR, **fit)
    elif kind == "svr":
        yield "ridge", [0.4], SVR(C=0.4, epsilon=float(parameter), **LIBSVM) if intercept else LinearSVR(
            C=0.4, epsilon=float(parameter), **LIBLINEAR, **fit)
    elif kind == "squared_svr" and not intercept:
        yield "ridge", [0.4], LinearSVR(
            C=0.4, epsilon=float(parameter), loss="squared_epsilon_insensitive", dual=False, **LIBLINEAR, **fit)
    elif kind == "quantile":
        yield "lasso", [0.05], QuantileRegressor(quantile=float(parameter), alpha=0.05, solver="highs", **fit)


BESIDES = {
    "gamma": ["tweedie:1.5", "tweedie:1.9"],
    "logistic": ["hinge", "squared_hinge"],
    "squared": ["svr:0.5", "squared_svr:0.5", "quantile:0.5", "quantile:0.9", "scaled_huber:1.35", "scaled_huber:2"],
}


def every(own, intercept, standardize):
    for loss in [own] + BESIDES.get(own, []):
        for asked in estimators(loss, intercept, standardize):
            yield (loss, *asked)


def read(file):
    table = np.array([[float(cell) for cell in row] for row in list(csv.reader(file.open()))[1:]])
    return table[:, 0].copy(), table[:, 1].copy(), table[:, 2:].copy()


def refined(fit):
    """L-BFGS stops early: it goes on from where it stopped, until no line search finds a better place."""
    for _ in range(200):
        try:
            fit()
        except ValueError as end:
            assert "ABNORMAL_TERMINATION_IN_LNSRCH" in str(end), end
            return


def fit(estimator, w, y, x, weighted, standardize, intercept):
    weights = w if weighted else np.ones(len(y))
    scaler = StandardScaler(with_mean=standardize and intercept, with_std=standardize).fit(x, sample_weight=weights)
    estimator.fit(scaler.transform(x), y, sample_weight=weights)
    if isinstance(estimator, HuberRegressor):
        refined(lambda: estimator.fit(scaler.transform(x), y, sample_weight=weights))
    scale = scaler.scale_ if standardize else np.ones(x.shape[1])
    beta = np.atleast_2d(estimator.coef_) / scale
    shift = beta @ (scaler.mean_ if standardize and intercept else np.zeros(x.shape[1]))
    return np.atleast_1d(estimator.intercept_) - shift, beta


def main(folder):
    fits = []
    for file in sorted(folder.glob("*.csv")):
        own = file.stem.split("-")[0]
        w, y, x = read(file)
        for intercept in (True, False):
            for standardize in (True, False):
                for weighted in (False, True):
                    for loss, penalty, numbers, estimator in every(own, intercept, standardize):
                        try:
                            b0, beta = fit(estimator, w, y, x, weighted, standardize, intercept)
                        except ConvergenceWarning:
                            print("left out, not converged:", file.stem, penalty, intercept, standardize, weighted)
                            continue
                        fits.append(dict(
                            data=file.stem, loss=loss, penalty=penalty, weighted=weighted, standardize=standardize, intercept=intercept,
                            estimator=type(estimator).__name__, numbers=numbers, intercepts=b0.tolist(), beta=beta.tolist()))
    lines = ",\n".join("  " + json.dumps(f) for f in fits)
    (folder / "sklearn.json").write_text(
        '{"package": "scikit-learn", "version": "%s", "fits": [\n%s\n]}\n' % (sklearn.__version__, lines))
    print(len(fits), "fits by scikit-learn")


if __name__ == "__main__":
    # A fit that stopped early would be no evidence: it is left out.
    warnings.simplefilter("error", ConvergenceWarning)
    main(pathlib.Path(sys.argv[1]))
