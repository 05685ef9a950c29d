"""The curve that cross-validation should find: every fold solved by itself, proved, and its test rows predicted."""

import dataclasses
import pathlib
import tempfile

import numpy as np

import checker


def exact_curve(load, x, y, lambdas, write, prove):
    """Mean squared error at each lambda, and the worst gap behind it; prove(folder) leaves coefficients there."""
    fold_of = load.fold_of()
    squares = np.zeros(len(lambdas))
    worst = 0.0
    for fold in range(load.folds):
        train = fold_of != fold
        part = dataclasses.replace(load, rows=int(train.sum()), folds=0)
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place)
            write(folder, part, x[train], y[train], lambdas)
            prove(folder)
            found = np.fromfile(folder / "coefficients.bin").reshape((-1, load.columns)).T
        gaps = checker.relative_gaps(x[train], y[train], load.loss, load.l1_ratio, lambdas, found)
        worst = max(worst, gaps.max())
        squares += ((y[~train][:, None] - x[~train] @ found) ** 2).sum(axis=0)
    return squares / load.rows, worst
