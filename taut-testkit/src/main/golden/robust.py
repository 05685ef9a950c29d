"""Writes robust.json: Huber's loss with its own scale by scikit-learn's HuberRegressor, whose objective n*sigma + sum H_eps is twice
n times Taut's, so that its alpha is n times Taut's lambda.

usage: python3 robust.py OUTPUT_FOLDER
"""
import json
import pathlib
import sys

import numpy as np
import sklearn
from scipy import optimize
from sklearn.linear_model import HuberRegressor


def objective(x, y, w, lam, epsilon, v):
    """Taut's objective and gradient in (intercept, beta, log sigma)."""
    beta, sigma = v[1:-1], np.exp(v[-1])
    r = y - v[0] - x @ beta
    far = np.abs(r) > epsilon * sigma
    rho = np.where(far, epsilon * (np.abs(r) - epsilon * sigma / 2), r * r / (2 * sigma))
    slope = np.where(far, epsilon * np.sign(r), r / sigma)
    scale = 0.5 + w @ np.where(far, -epsilon * epsilon / 2, -r * r / (2 * sigma * sigma))
    value = sigma / 2 + w @ rho + lam / 2 * beta @ beta
    return value, np.concatenate([[-w @ slope], -x.T @ (w * slope) + lam * beta, [sigma * scale]])


def case(name, seed, n, epsilon, lam, weighted):
    rng = np.random.default_rng(seed)
    x = np.round(rng.normal(size=(n, 3)) * [1, 5, 0.2], 3)
    y = np.round(2 + x @ [1.5, -0.3, 0] + rng.standard_t(2, size=n), 3)
    raw = np.round(rng.uniform(0.2, 2, n), 2) if weighted else np.ones(n)
    w = raw / raw.sum()
    fit = HuberRegressor(epsilon=epsilon, alpha=lam * raw.sum(), tol=1e-12, max_iter=100000).fit(x, y, sample_weight=raw)
    start = np.concatenate([[fit.intercept_], fit.coef_, [np.log(fit.scale_)]])
    # L-BFGS leaves the sixth digit open; least squares on the gradient settles it. The objective may only fall.
    best = optimize.root(lambda v: objective(x, y, w, lam, epsilon, v)[1], start, tol=1e-14).x
    value, gradient = objective(x, y, w, lam, epsilon, best)
    assert np.abs(gradient).max() < 1e-11, gradient
    assert value <= objective(x, y, w, lam, epsilon, start)[0] + 1e-12
    assert np.abs(best - start).max() < 1e-3, best - start
    return {
        "name": name,
        "source": {"package": "scikit-learn", "version": sklearn.__version__,
                   "call": f"HuberRegressor(epsilon={epsilon}, alpha={lam}*sum(w)), then a root of the gradient"},
        "loss": f"scaled_huber:{epsilon}", "penalty": "ridge", "lambda": lam, "weights": raw.tolist() if weighted else [],
        "x": x.T.tolist(), "y": y.tolist(), "intercepts": [best[0]], "beta": best[1:-1].tolist(), "objective": value,
    }


cases = [
    case("plain", 1, 80, 1.35, 0.0, False),
    case("plain, weighted", 2, 60, 1.35, 0.0, True),
    case("ridge", 3, 80, 1.35, 0.2, False),
    case("ridge, weighted, wide tube", 4, 70, 2.0, 0.05, True),
]
text = ",\n".join("  " + json.dumps(c) for c in cases)
pathlib.Path(sys.argv[1], "robust.json").write_text('{"format": "taut-golden-1", "cases": [\n' + text + "\n]}\n")
