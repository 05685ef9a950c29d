"""Writes responses.json: two numeric responses under penalties of single coefficients, which scikit-learn's Ridge, Lasso and ElasticNet
fit side by side.

usage: python3 responses.py OUTPUT_FOLDER
"""
import json
import pathlib
import sys

import numpy as np
import sklearn
from sklearn.linear_model import ElasticNet, Lasso, Ridge

EXACT = {"tol": 1e-14, "max_iter": 1_000_000}


def case(seed, ratio, lam, weighted):
    rng = np.random.default_rng(seed)
    x = np.round(rng.normal(size=(40, 5)) * [1, 0.2, 3, 1, 2] + [0, 1, 0, -2, 0], 3)
    y = np.round(np.stack([x @ [1, -2, 0.3, 0, 0] + rng.normal(size=40), 5 + x @ [0, 3, 0, 0.8, -0.5] + 2 * rng.normal(size=40)], 1), 3)
    raw = np.round(rng.uniform(0.2, 2, 40), 2) if weighted else np.ones(40)
    w = raw / raw.sum()
    estimator = Ridge(alpha=lam * raw.sum(), solver="cholesky") if ratio == 0 else (
        Lasso(alpha=lam, **EXACT) if ratio == 1 else ElasticNet(alpha=lam, l1_ratio=ratio, **EXACT))
    fit = estimator.fit(x, y, sample_weight=raw)
    r = y - fit.intercept_ - x @ fit.coef_.T
    objective = (w @ r**2).sum() / 2 + lam * (ratio * np.abs(fit.coef_).sum() + (1 - ratio) / 2 * (fit.coef_**2).sum())
    return {
        "name": f"{type(estimator).__name__}{', weighted' if weighted else ''}",
        "source": {"package": "scikit-learn", "version": sklearn.__version__, "call": str(estimator)},
        "l1Ratio": ratio, "lambda": lam, "weights": raw.tolist() if weighted else [],
        "x": x.T.tolist(), "y": y.T.tolist(), "intercepts": fit.intercept_.tolist(), "beta": fit.coef_.tolist(), "objective": objective,
    }


cases = [case(seed, ratio, lam, weighted) for seed, (ratio, lam) in enumerate([(0.0, 0.3), (1.0, 0.15), (0.5, 0.2)], 5) for weighted in (False, True)]
text = ",\n".join("  " + json.dumps(c) for c in cases)
pathlib.Path(sys.argv[1], "responses.json").write_text('{"format": "taut-golden-1", "cases": [\n' + text + "\n]}\n")
