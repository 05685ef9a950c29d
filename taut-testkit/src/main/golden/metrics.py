"""Golden metrics: writes metrics.json, scikit-learn's value of every metric on small stored predictions, with and without weights.

usage: python3 metrics.py OUTPUT_FOLDER
"""
import json
import pathlib
import sys

import numpy as np
import sklearn
from sklearn import metrics as sk


def weights_of(n):
    return np.resize([1, 2, 0.5, 3, 1.5, 1, 0.25], n)


def regression(y, prediction, w):
    squared = sk.mean_squared_error(y, prediction, sample_weight=w)
    return {
        "rmse": np.sqrt(squared),
        "mae": sk.mean_absolute_error(y, prediction, sample_weight=w),
        "r2": sk.r2_score(y, prediction, sample_weight=w),
        "deviance": squared,
    }, []


def count(y, prediction, w):
    deviance = sk.mean_poisson_deviance(y, prediction, sample_weight=w)
    return {
        "deviance": deviance,
        "rmse": np.sqrt(sk.mean_squared_error(y, prediction, sample_weight=w)),
        "mae": sk.mean_absolute_error(y, prediction, sample_weight=w),
        "deviance-explained": sk.d2_tweedie_score(y, prediction, power=1, sample_weight=w),
        "total-deviance": deviance * (len(y) if w is None else w.sum()),
    }, []


def per_class(y, predicted, labels, w):
    precision, recall, f1, _ = sk.precision_recall_fscore_support(y, predicted, labels=labels, sample_weight=w, zero_division=0)
    return [{"rows": int(np.sum(y == k)), "precision": precision[k], "recall": recall[k], "f1": f1[k]} for k in labels]


def classification(y, probabilities, w):
    """`probabilities` is n x K."""
    labels = list(range(probabilities.shape[1]))
    predicted = probabilities.argmax(axis=1)
    common = {
        "log-loss": sk.log_loss(y, probabilities, sample_weight=w, labels=labels),
        "accuracy": sk.accuracy_score(y, predicted, sample_weight=w),
        "mcc": sk.matthews_corrcoef(y, predicted, sample_weight=w),
    }
    return common, per_class(y, predicted, labels, w), predicted


def binary(y, p, w):
    common, classes, _ = classification(y, np.column_stack([1 - p, p]), w)
    return {
        **common,
        "auc": sk.roc_auc_score(y, p, sample_weight=w),
        "brier": sk.brier_score_loss(y, p, sample_weight=w),
        "deviance": 2 * common["log-loss"],
    }, classes


def multiclass(y, probabilities, w):
    common, classes, predicted = classification(y, probabilities, w)
    squares = np.sum((probabilities - np.eye(probabilities.shape[1])[y]) ** 2, axis=1)
    return {
        **common,
        "macro-f1": sk.f1_score(y, predicted, average="macro", sample_weight=w, zero_division=0),
        "brier": np.average(squares, weights=w),  # Brier (1950), summed over classes, by its formula: not in scikit-learn 1.2
    }, classes


def cases(random):
    n = 40
    y = np.round(random.normal(3, 2, n), 3)
    yield "regression", y, np.round(0.8 * y + random.normal(0.5, 1, n), 3), regression
    yield "regression-worse-than-mean", y, np.round(random.normal(0, 5, n), 3), regression
    mu = np.round(np.exp(random.normal(0.7, 0.6, n)), 3)
    yield "counts", random.poisson(mu), mu, count
    p = np.round(random.uniform(0.02, 0.98, n), 1).clip(0.05, 0.95)  # many ties,
    p[p == 0.5] = 0.45  # but none between the two classes
    yield "binary-ties", (random.uniform(size=n) < p).astype(int), p, binary
    rare = (np.arange(n) % 13 == 0).astype(int)
    yield "binary-positive-never-predicted", rare, np.round(random.uniform(0.01, 0.2, n), 4), binary
    scores = random.normal(size=(n, 3)) + np.eye(3)[np.arange(n) % 3]
    shares = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    yield "three-classes", np.arange(n) % 3, exact(shares), multiclass
    shares[:, 1] *= 0.05
    yield "class-never-predicted", np.arange(n) % 3, exact(shares / shares.sum(axis=1, keepdims=True)), multiclass


def exact(shares):
    """Four decimals that still sum to one."""
    shares = np.round(shares, 4)
    shares[:, 2] = np.round(1 - shares[:, 0] - shares[:, 1], 4)
    return shares


def main(folder):
    lines = []
    for name, y, prediction, metric in cases(np.random.default_rng(5)):
        for kind, w in (("unit", None), ("weighted", weights_of(len(y)))):
            values, classes = metric(y, prediction, w)
            lines.append("  " + json.dumps({
                "name": f"{name}-{kind}", "task": metric.__name__, "y": y.tolist(), "prediction": prediction.T.ravel().tolist(),
                "weights": [] if w is None else w.tolist(), "metrics": {k: float(v) for k, v in values.items()}, "classes": classes}))
    (folder / "metrics.json").write_text(
        '{"format": "taut-golden-1", "package": "scikit-learn", "version": "%s", "cases": [\n%s\n]}\n' % (sklearn.__version__, ",\n".join(lines)))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
