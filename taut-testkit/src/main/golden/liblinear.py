"""Golden objectives of sparse classification data, without intercept, C = 1: writes liblinear.json.

½‖w‖² + Σ log(1 + exp(-y xᵀw)) and ½‖w‖² + Σ max(0, 1 - y xᵀw)² by Newton's method with conjugate gradients, ‖w‖₁ + Σ log(1 + exp(-y xᵀw)) by LIBLINEAR (inside
scikit-learn); in Taut's convention lambda = 1/n, no intercept, not standardized, and the objective is divided by n.

usage: python3 liblinear.py DATA_FOLDER OUTPUT_FOLDER
"""
import json
import pathlib
import sys

import numpy as np
import sklearn
from scipy import special
from scipy.sparse import linalg
from sklearn import datasets, linear_model

FILES = ["heart_scale.svm", "w8a.svm.gz", "rt_polarity.svm.gz"]


def loss(x, y, w):
    return np.logaddexp(0, -y * (x @ w)).sum()


def squared_hinge(x, y):
    """Newton's method on the rows within the margin, as in `ridge`."""
    w = np.zeros(x.shape[1])
    objective = lambda v: v @ v / 2 + (np.maximum(0, 1 - y * (x @ v)) ** 2).sum()
    for _ in range(200):
        short = np.maximum(0, 1 - y * (x @ w))
        gradient = w - 2 * (x.T @ (y * short))
        if np.abs(gradient).max() < 1e-10:
            break
        inside = 2.0 * (short > 0)
        hessian = linalg.LinearOperator((len(w), len(w)), lambda v: v + x.T @ (inside * (x @ v)))
        step, _ = linalg.cg(hessian, -gradient, tol=1e-12, atol=0, maxiter=10_000)
        size = 1.0
        while size > 1e-6 and objective(w + size * step) > objective(w) + 1e-12 * abs(objective(w)):
            size /= 2
        w = w + size * step
    return w, objective(w), np.abs(gradient).max()


def ridge(x, y):
    """Newton's method; each step by conjugate gradients on I + XᵀDX to 1e-14."""
    w = np.zeros(x.shape[1])
    objective = lambda v: v @ v / 2 + loss(x, y, v)
    for _ in range(100):
        margin = y * (x @ w)
        gradient = w - x.T @ (y * special.expit(-margin))
        if np.abs(gradient).max() < 1e-11:
            break
        d = special.expit(margin) * special.expit(-margin)
        hessian = linalg.LinearOperator((len(w), len(w)), lambda v: v + x.T @ (d * (x @ v)))
        step, _ = linalg.cg(hessian, -gradient, tol=1e-12, atol=0, maxiter=10_000)
        size = 1.0
        while size > 1e-6 and objective(w + size * step) > objective(w) + 1e-12 * abs(objective(w)):
            size /= 2
        w = w + size * step
    return w, objective(w), np.abs(gradient).max()


def lasso(x, y):
    model = linear_model.LogisticRegression(
        penalty="l1", C=1.0, solver="liblinear", fit_intercept=False, tol=1e-8, max_iter=20_000, random_state=0)
    w = model.fit(x, y).coef_[0]
    score = x.T @ (y * special.expit(-y * (x @ w)))
    violation = np.where(w != 0, np.abs(score - np.sign(w)), np.maximum(0, np.abs(score) - 1)).max()
    return w, np.abs(w).sum() + loss(x, y, w), violation


def duplicates(x):
    """Columns that equal an earlier one: the lasso may share a coefficient among twins in any way, so `active` is not unique."""
    x = x.tocsc()
    x.sort_indices()
    spans = [slice(x.indptr[j], x.indptr[j + 1]) for j in range(x.shape[1])]
    return x.shape[1] - len({(x.indices[s].tobytes(), x.data[s].tobytes()) for s in spans})


def main(data, folder):
    rows = []
    for file in FILES:
        x, y = datasets.load_svmlight_file(str(data / file))
        x = x.tocsr()
        for name, penalty, solve in (("logistic", "ridge", ridge), ("logistic", "lasso", lasso), ("squared_hinge", "ridge", squared_hinge)):
            w, objective, violation = solve(x, y)
            score = np.abs(x.T @ (y / 2 if name == "logistic" else 2 * y)).max()
            print(f"{file:20s} {name} {penalty} objective {objective:.12g} non-zero {np.count_nonzero(w)} violation {violation:.1e}", flush=True)
            assert violation < 1e-5, violation
            rows.append("  " + json.dumps({
                "file": file, "rows": x.shape[0], "columns": x.shape[1], "loss": name, "penalty": penalty, "lambda": 1 / len(y),
                "nullScore": score / len(y), "objective": objective, "active": int(np.count_nonzero(w)), "duplicates": duplicates(x), "worstKkt": float(f"{violation:.2g}")}))
    (folder / "liblinear.json").write_text(
        '{"format": "taut-golden-1", "package": "scikit-learn and scipy", "version": "%s", "objectives": [\n%s\n]}\n'
        % (sklearn.__version__, ",\n".join(rows)))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
