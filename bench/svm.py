"""LIBLINEAR's program against Taut on one C: CPU seconds for a relative error of the objective of at most 1e-6; see `svm`.

LIBLINEAR is run at -e 1e-1, 1e-2 … until its objective, computed here from its model file, is within 1e-6 of the best one known: the least of all
objectives met, of which Taut's is proved to 1e-9. Its seconds are those of the process less those of reading the file (a run of -s 0 at
-e 1e9). Taut is timed without reading, in a JVM that is warm and, besides, at its first fit.
"""
import argparse
import gzip
import os
import pathlib
import resource
import shutil
import subprocess
import tempfile

import numpy as np
from sklearn.datasets import load_svmlight_file

BENCH = pathlib.Path(__file__).parent
FILES = ["heart_scale.svm", "w8a.svm.gz", "rt_polarity.svm.gz"]
TYPES = {0: ("logistic", "ridge"), 7: ("logistic", "ridge"), 6: ("logistic", "lasso"), 2: ("squared_hinge", "ridge"),
         5: ("squared_hinge", "lasso"), 3: ("hinge", "ridge")}
EQUAL = 1e-6


def objective(x, y, w, loss, penalty):
    margin = y * (x @ w)
    losses = {"logistic": lambda: np.logaddexp(0, -margin).sum(), "squared_hinge": lambda: (np.maximum(0, 1 - margin) ** 2).sum(),
              "hinge": lambda: np.maximum(0, 1 - margin).sum()}[loss]()
    return losses + (np.abs(w).sum() if penalty == "lasso" else w @ w / 2)


def cpu(command, limit):
    """CPU seconds of a command; None if it takes longer than the limit."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        subprocess.run(command, check=True, timeout=limit, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def weights(model, y):
    """The weights, which speak for the class that LIBLINEAR names first."""
    lines = pathlib.Path(model).read_text().split("\n")
    first = float(next(line for line in lines if line.startswith("label")).split()[1])
    start = lines.index("w") + 1
    return (1 if first > 0 else -1) * np.array([float(line.split()[0]) for line in lines[start:] if line.strip()])


def liblinear(program, file, kind, x, y, loss, penalty, limit):
    """(seconds, objective) per tolerance, until the objective hardly falls."""
    model = file + ".model"
    reading = min(cpu([program, "-q", "-s", "0", "-e", "1e9", "-B", "-1", file, model], limit) for _ in range(3))
    found = []
    for e in (1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8):
        seconds = cpu([program, "-q", "-s", str(kind), "-c", "1", "-e", str(e), "-B", "-1", file, model], limit)
        if seconds is None:
            break
        found.append((e, max(seconds - reading, 0), objective(x, y, weights(model, y), loss, penalty)))
    return found


def taut(file, loss, penalty, gap, warm):
    classpath = (BENCH / "target/classpath.txt").read_text().strip() + os.pathsep + str(BENCH / "target/classes")
    java = os.environ.get("TAUT_BENCH_JAVA", "java")
    out = subprocess.run([java, "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1", "-Xmx4g", "-cp", classpath, "TautSvm", file, loss, penalty,
                          str(gap), str(warm)], check=True, capture_output=True, text=True).stdout
    return [float(value) for value in out.strip().split("\n")[-1].split()]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--files", nargs="*", default=FILES)
    parser.add_argument("--types", nargs="*", type=int, default=[0, 2, 3, 5, 6, 7])
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--warm", type=float, default=8, help="CPU seconds of warm-up")
    parser.add_argument("--out", type=pathlib.Path)
    chosen = parser.parse_args()
    program = shutil.which("liblinear-train") or shutil.which("train")
    if program is None:
        raise SystemExit("liblinear's program is needed, for example: apt install liblinear-tools")
    rows = ["| data | type | problem | LIBLINEAR, s (its -e, error) | Taut, s, warm | first fit | error | objective |", "|---|---|---|---:|---:|---:|---:|---:|"]
    with tempfile.TemporaryDirectory() as folder:
        for name in chosen.files:
            file = os.path.join(folder, name.replace(".gz", ""))
            raw = (chosen.data / name).read_bytes()
            pathlib.Path(file).write_bytes(gzip.decompress(raw) if name.endswith(".gz") else raw)
            x, y = load_svmlight_file(file)
            for kind in chosen.types:
                loss, penalty = TYPES[kind]
                theirs = liblinear(program, file, kind, x, y, loss, penalty, chosen.limit)
                first, seconds, ours, gap = taut(file, loss, penalty, EQUAL, chosen.warm)
                best = min([ours] + [found for _, _, found in theirs] + [taut(file, loss, penalty, 1e-9, 0)[2]])
                good = [row for row in theirs if row[2] - best <= EQUAL * best]
                e, spent, reached = good[0] if good else theirs[-1]
                mark = "" if good else ", not reached"
                rows.append(f"| {name.split('.')[0]} | -s {kind} | {loss} {penalty} | {spent:.2f} ({e:g}, {(reached - best) / best:.0e}{mark}) | "
                            f"{seconds:.3f} | {first:.2f} | {(ours - best) / best:.0e} | {best:.9g} |")
                print(rows[-1], flush=True)
    if chosen.out:
        chosen.out.write_text("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
