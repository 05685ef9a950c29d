"""Arguments: folder of the workload, tol, repetitions. Writes coefficients.bin and times.txt (CPU seconds)."""

import pathlib
import sys
import time
import warnings

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import enet_path

folder, tol, repetitions = pathlib.Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
n, p, loss, ratio, nnz, _ = (folder / "meta.txt").read_text().split()
n, p, ratio, nnz = int(n), int(p), float(ratio), int(nnz)
y = np.fromfile(folder / "y.bin")
lambdas = np.fromfile(folder / "lambdas.bin")
x = np.fromfile(folder / "x.bin")
x = x.reshape((p, n)).T if nnz < 0 else sp.csc_matrix(
    (x, np.fromfile(folder / "index.bin", np.int32), np.fromfile(folder / "from.bin", np.int32)), shape=(n, p))
warnings.simplefilter("ignore")
times = []
for _ in range(repetitions):
    start = time.process_time()
    _, coefficients, _ = enet_path(
        x, y, l1_ratio=ratio, alphas=lambdas, tol=tol, max_iter=100_000, precompute=n > p)
    times.append(time.process_time() - start)
np.asfortranarray(coefficients).T.tofile(folder / "coefficients.bin")
(folder / "times.txt").write_text("\n".join(map(str, times)))
