"""Judges coefficients: the duality gap at every lambda, relative to the objective of b = 0. Knows no solver."""

import numpy as np

# Lambdas that share a pass over x.
TOGETHER = 25


def relative_gaps(x, y, loss, l1_ratio, lambdas, coefficients):
    """coefficients: columns x lambdas. The dual point is the gradient at the coefficients, scaled into the domain."""
    gaps = np.empty(len(lambdas))
    for first in range(0, len(lambdas), TOGETHER):
        some = slice(first, first + TOGETHER)
        b = np.ascontiguousarray(coefficients[:, some])
        eta = x @ b
        mean = 1 / (1 + np.exp(-eta)) if loss == "logistic" else eta
        residuals = (mean - y[:, None]) / len(y)
        scores = x.T @ residuals
        for k, strength in enumerate(lambdas[some]):
            gaps[first + k] = _gap(
                y, loss, l1_ratio * strength, (1 - l1_ratio) * strength, b[:, k], eta[:, k], residuals[:, k], scores[:, k])
    return gaps / _null(y, loss)


def _null(y, loss):
    return np.log(2) if loss == "logistic" else y @ y / (2 * len(y))


def _gap(y, loss, l1, l2, b, eta, r, c):
    primal = _value(eta, y, loss) + l1 * np.abs(b).sum() + l2 / 2 * (b @ b)
    if l2 > 0:
        penalty = (np.maximum(np.abs(c) - l1, 0) ** 2).sum() / (2 * l2)
    else:
        shrink = min(1.0, l1 / max(np.abs(c).max(), 1e-300))
        r = r * shrink
        penalty = 0.0
    return primal + _conjugate(r, y, loss) + penalty


def _value(eta, y, loss):
    if loss == "logistic":
        return np.mean(np.logaddexp(0, eta) - y * eta)
    return ((y - eta) ** 2).sum() / (2 * len(y))


def _conjugate(r, y, loss):
    n = len(y)
    if loss == "logistic":
        q = np.clip(n * r + y, 0, 1)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(q > 0, q * np.log(q), 0).mean() + np.where(q < 1, (1 - q) * np.log1p(-q), 0).mean()
    return r @ y + n * (r @ r) / 2
