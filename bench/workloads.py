"""The workloads of the race: synthetic, seeded, without intercept and standardization, 100 values of lambda."""

import dataclasses

import numpy as np
import scipy.sparse as sp

LAMBDAS = 100


@dataclasses.dataclass(frozen=True)
class Workload:
    """minimise (1/n) sum of losses + lambda (l1_ratio |b|_1 + (1 - l1_ratio)/2 |b|_2^2)."""

    name: str
    rows: int
    columns: int
    correlation: float = 0.0
    loss: str = "squared"
    l1_ratio: float = 1.0
    sparse: bool = False
    smallest: float = 1e-2
    story: str = ""

    def generate(self):
        rng = np.random.default_rng(20_26)
        x = self._zipf(rng) if self.sparse else self._equicorrelated(rng)
        b = np.zeros(self.columns)
        signals = rng.choice(min(self.columns, 2_000), 20, replace=False)
        b[signals] = rng.standard_normal(20)
        eta = x @ b
        eta *= 1 / eta.std()
        if self.loss == "logistic":
            y = (rng.random(self.rows) < 1 / (1 + np.exp(-2 * eta))).astype(float)
            score = x.T @ (0.5 - y) / self.rows
        else:
            y = eta + rng.standard_normal(self.rows) / np.sqrt(3)
            score = x.T @ y / self.rows
        largest = np.abs(score).max() / max(self.l1_ratio, 1e-3)
        lambdas = np.geomspace(largest, self.smallest * largest, LAMBDAS)
        return x, y, lambdas

    def _equicorrelated(self, rng):
        x = rng.standard_normal((self.columns, self.rows)).T
        if self.correlation > 0:
            shared = rng.standard_normal((self.rows, 1))
            x *= np.sqrt(1 - self.correlation)
            x += np.sqrt(self.correlation) * shared
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


ALL = [
    Workload("a0", 200, 20_000),
    Workload("a8", 200, 20_000, correlation=0.8),
    Workload("b", 1_000, 50_000, correlation=0.3),
    Workload("c", 100_000, 100, correlation=0.3, smallest=1e-4),
    Workload("d", 10_000, 1_000, correlation=0.3, smallest=1e-4),
    Workload("e", 10_000, 100_000, sparse=True),
    Workload("a0_log", 200, 20_000, loss="logistic"),
    Workload("a8_log", 200, 20_000, correlation=0.8, loss="logistic"),
    Workload("c_log", 100_000, 50, correlation=0.3, loss="logistic", smallest=1e-3),
    Workload("d_log", 10_000, 1_000, correlation=0.3, loss="logistic", smallest=1e-3),
    Workload("e_log", 10_000, 100_000, loss="logistic", sparse=True, smallest=5e-2),
    Workload("a8_enet", 200, 20_000, correlation=0.8, l1_ratio=0.5),
    Workload("c_enet", 100_000, 100, correlation=0.3, l1_ratio=0.5, smallest=1e-4),
    Workload("d_enet", 10_000, 1_000, correlation=0.3, l1_ratio=0.5, smallest=1e-4),
]
