"""Runs the contestants in alternation, each in a process of its own, and prints CPU seconds beside worst gaps."""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

import numpy as np
import scipy.sparse as sp

import checker
import workloads

HERE = pathlib.Path(__file__).parent
CORE = HERE.parent / "taut-core" / "target" / "classes"
LIMIT = 300
JAVA = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"


def taut(folder, gap):
    return [JAVA, "-Xmx8g", "-cp", str(CORE), str(HERE / "contestants" / "TautPath.java"), folder, gap, "3", "4"]


def glmnet(folder, thresh):
    return ["Rscript", str(HERE / "contestants" / "glmnet.R"), folder, thresh, "1"]


def sklearn(folder, tol):
    return [sys.executable, str(HERE / "contestants" / "sklearn_path.py"), folder, tol, "1"]


def contestants(load):
    yield "taut 1e-9", lambda folder: taut(folder, "1e-9")
    if load.loss == "logistic":
        yield "taut 1e-6", lambda folder: taut(folder, "1e-6")
    yield "glmnet 1e-7 (default)", lambda folder: glmnet(folder, "1e-7")
    yield "glmnet 1e-10", lambda folder: glmnet(folder, "1e-10")
    if load.loss == "squared" and load.rows > load.columns:
        yield "scikit-learn Gram 1e-4 (default)", lambda folder: sklearn(folder, "1e-4")


def write(folder, load, x, y, lambdas):
    sparse = sp.issparse(x)
    meta = f"{load.rows} {load.columns} {load.loss} {load.l1_ratio} {x.nnz if sparse else -1}\n"
    (folder / "meta.txt").write_text(meta)
    y.tofile(folder / "y.bin")
    lambdas.tofile(folder / "lambdas.bin")
    if sparse:
        x.data.tofile(folder / "x.bin")
        x.indices.astype(np.int32).tofile(folder / "index.bin")
        x.indptr.astype(np.int32).tofile(folder / "from.bin")
    else:
        np.asfortranarray(x).T.tofile(folder / "x.bin")


def run(folder, command):
    """CPU seconds of each repetition, or None if it ran out of time."""
    for name in ("coefficients.bin", "times.txt"):
        (folder / name).unlink(missing_ok=True)
    one_thread = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    try:
        subprocess.run(command(str(folder)), check=True, timeout=LIMIT, env=one_thread, stderr=subprocess.PIPE, text=True)
    except subprocess.CalledProcessError as failed:
        sys.exit(f"{failed.cmd}\n{failed.stderr}")
    except subprocess.TimeoutExpired:
        return None
    return [float(t) for t in (folder / "times.txt").read_text().split()]


def race(load, rounds):
    x, y, lambdas = load.generate()
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        write(folder, load, x, y, lambdas)
        field = dict(contestants(load))
        times = {name: [] for name in field}
        gaps = {}
        for _ in range(rounds):
            for name, command in field.items():
                if times[name] is None:
                    continue
                taken = run(folder, command)
                if taken is None:
                    times[name] = None
                    continue
                times[name].append(statistics.median(taken))
                found = np.fromfile(folder / "coefficients.bin").reshape((-1, load.columns)).T
                gaps[name] = checker.relative_gaps(x, y, load.loss, load.l1_ratio, lambdas, found)
    return times, gaps


def report(load, times, gaps):
    kind = "sparse" if load.sparse else "dense"
    print(f"\n### {load.name}: {load.loss}, {kind} {load.rows} × {load.columns}, correlation {load.correlation},"
          f" l1 ratio {load.l1_ratio}, λ down to {load.smallest:g} λ max\n")
    print("| contestant | CPU s, median (range) | worst gap of 100 λ | median gap |")
    print("|---|---:|---:|---:|")
    for name, taken in times.items():
        if taken is None:
            print(f"| {name} | > {LIMIT} | – | – |")
        else:
            print(f"| {name} | {statistics.median(taken):.3f} ({min(taken):.3f}–{max(taken):.3f}) |"
                  f" {gaps[name].max():.1e} | {np.median(gaps[name]):.1e} |")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("workloads", nargs="*", help="names; all if none")
    asked = parser.parse_args()
    known = {load.name: load for load in workloads.ALL}
    unknown = [name for name in asked.workloads if name not in known]
    if unknown:
        parser.error(f"no workload {', '.join(unknown)}; there are {', '.join(known)}")
    for name in asked.workloads or known:
        report(known[name], *race(known[name], asked.rounds))


if __name__ == "__main__":
    main()
