"""The workloads of the race: synthetic, seeded, without intercept and standardization, 100 values of lambda."""

import dataclasses

import numpy as np
import scipy.sparse as sp

LAMBDAS = 100


@dataclasses.dataclass(frozen=True)
class Workload:
    """minimise (1/n) sum of losses + lambda (l1_ratio |b|_1 + (1 - l1_ratio)/2 |b|_2^2).

    neutral: an intercept and standardization change nothing, so that packages which insist on them solve the same
    problem: columns have mean 0 and mean square 1, and y has mean 0 or, for logistic loss, every row (x, 1) comes with
    its mirror image (-x, 0).
    uniform: independent columns, 20 coefficients uniform on (-1, 1), noise of deviation 0.1.
    folds: cross-validation over so many folds beside the path on all rows; 0 for the path alone.
    """

    name: str
    rows: int
    columns: int
    correlation: float = 0.0
    loss: str = "squared"
    l1_ratio: float = 1.0
    sparse: bool = False
    smallest: float = 1e-2
    neutral: bool = False
    uniform: bool = False
    folds: int = 0

    def generate(self):
        rng = np.random.default_rng(20_26)
        x = self._zipf(rng) if self.sparse else self._dense(rng)
        b = np.zeros(self.columns)
        signals = rng.choice(min(self.columns, 2_000), 20, replace=False)
        b[signals] = rng.uniform(-1, 1, 20) if self.uniform else rng.standard_normal(20)
        eta = x @ b
        if self.uniform:
            y = eta + 0.1 * rng.standard_normal(self.rows)
        else:
            y = self._answer(rng, eta / eta.std())
        score = x.T @ (0.5 - y if self.loss == "logistic" else y) / self.rows
        largest = np.abs(score).max() / max(self.l1_ratio, 1e-3)
        return x, y, np.geomspace(largest, self.smallest * largest, LAMBDAS)

    def fold_of(self):
        """The fold in which each row is tested."""
        return np.random.default_rng(7).permutation(np.arange(self.rows) % self.folds).astype(np.int32)

    def _answer(self, rng, eta):
        if self.loss == "logistic":
            half = self.rows // 2 if self.neutral else self.rows
            y = (rng.random(half) < 1 / (1 + np.exp(-2 * eta[:half]))).astype(float)
            return np.concatenate([y, 1 - y]) if self.neutral else y
        y = eta + rng.standard_normal(self.rows) / np.sqrt(3)
        return y - y.mean() if self.neutral else y

    def _dense(self, rng):
        half = self.rows // 2 if self.neutral and self.loss == "logistic" else self.rows
        x = rng.standard_normal((self.columns, half)).T
        if self.correlation > 0:
            shared = rng.standard_normal((half, 1))
            x *= np.sqrt(1 - self.correlation)
            x += np.sqrt(self.correlation) * shared
        if self.neutral:
            if half < self.rows:
                x = np.concatenate([x.T, -x.T], axis=1).T
            x -= x.mean(axis=0)
            x /= np.sqrt(np.mean(x * x, axis=0))
        return x

    def _zipf(self, rng):
        """Words by Zipf frequency, tf-idf weights, rows of unit length."""
        share = np.minimum(0.3, 3.0 / np.arange(1, self.columns + 1) ** 0.85)
        counts = np.maximum(1, rng.binomial(self.rows, share))
        index = np.concatenate([rng.choice(self.rows, c, replace=False) for c in counts])
        column = np.repeat(np.arange(self.columns), counts)
        value = (1 + np.log(1 + rng.geometric(0.6, len(index)))) * np.log(self.rows / counts)[column]
        x = sp.csc_matrix((value, (index, column)), shape=(self.rows, self.columns))
        x.sort_indices()
        length = np.sqrt(np.asarray(x.multiply(x).sum(axis=1)).ravel())
        return sp.csc_matrix(sp.diags(1 / np.maximum(length, 1e-12)) @ x)


def _squared(name, rows, columns, correlation, **more):
    return Workload(name, rows, columns, correlation, neutral=True, **more)


ALL = [
    _squared("a0", 200, 20_000, 0.0),
    _squared("a8", 200, 20_000, 0.8),
    _squared("b", 1_000, 50_000, 0.3),
    _squared("c", 100_000, 100, 0.3, smallest=1e-4),
    _squared("d", 10_000, 1_000, 0.3, smallest=1e-4),
    Workload("e", 10_000, 100_000, sparse=True),
    Workload("a0_log", 200, 20_000, loss="logistic"),
    Workload("a8_log", 200, 20_000, correlation=0.8, loss="logistic"),
    Workload("c_log", 100_000, 50, correlation=0.3, loss="logistic", smallest=1e-3, neutral=True),
    Workload("d_log", 10_000, 1_000, correlation=0.3, loss="logistic", smallest=1e-3),
    Workload("e_log", 10_000, 100_000, loss="logistic", sparse=True, smallest=5e-2),
    _squared("a8_enet", 200, 20_000, 0.8, l1_ratio=0.5),
    _squared("c_enet", 100_000, 100, 0.3, l1_ratio=0.5, smallest=1e-4),
    _squared("d_enet", 10_000, 1_000, 0.3, l1_ratio=0.5, smallest=1e-4),
    _squared("a8_ridge", 200, 20_000, 0.8, l1_ratio=0.0, smallest=1e-5),
    _squared("c_ridge", 100_000, 100, 0.3, l1_ratio=0.0, smallest=1e-5),
    _squared("d_ridge", 10_000, 1_000, 0.3, l1_ratio=0.0, smallest=1e-5),
    Workload("c_log_ridge", 100_000, 50, correlation=0.3, loss="logistic", l1_ratio=0.0, smallest=1e-5, neutral=True),
    _squared("g", 10_000, 1_000, 0.3, smallest=1e-4, folds=10),
    Workload("h", 1_000, 200_000, smallest=0.1, uniform=True),
]

# Small enough to try a contestant in seconds; raced only when named.
SMALL = [
    _squared("s_tall", 1_000, 50, 0.3, smallest=1e-3),
    _squared("s_wide", 100, 500, 0.3),
    _squared("s_enet", 1_000, 50, 0.3, l1_ratio=0.5, smallest=1e-3),
    _squared("s_ridge", 1_000, 50, 0.3, l1_ratio=0.0, smallest=1e-5),
    Workload("s_log", 1_000, 50, correlation=0.3, loss="logistic", smallest=1e-2, neutral=True),
    Workload("s_log_ridge", 1_000, 50, correlation=0.3, loss="logistic", l1_ratio=0.0, smallest=1e-5, neutral=True),
    Workload("s_sparse", 1_000, 2_000, sparse=True),
    Workload("s_sparse_log", 1_000, 2_000, loss="logistic", sparse=True, smallest=5e-2),
    _squared("s_folds", 1_000, 50, 0.3, smallest=1e-3, folds=10),
]
