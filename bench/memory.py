"""Peak memory of a path and of its 10-fold cross-validation, beside the size of X, for Taut and glmnet."""

import argparse
import dataclasses
import os
import pathlib
import resource
import shlex
import subprocess
import sys
import tempfile

import field
import machine
import race
import workloads

MIB = 2 ** 20
# A process that thrashes in a small heap is stopped after so many CPU seconds and counts as too small.
LIMIT = 600


def loads(megabytes):
    """Many columns and many rows, in 100 : 1, at about this size."""
    short = round((megabytes * MIB / 8 / 100) ** 0.5)
    return [
        workloads.Workload("p > n", short, 100 * short, 0.3, neutral=True),
        workloads.Workload("n > p", 100 * short, short, 0.3, smallest=1e-4, neutral=True),
    ]


def peak(command):
    """MiB of the largest resident set, or None if the process failed."""
    def limited():
        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT + 5))
    process = subprocess.Popen(
        command, env=dict(os.environ, **field.ONE_THREAD), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        preexec_fn=limited)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_maxrss / 1024 if process.returncode == 0 else None


def taut(folder, main, job, heap="-Xmx8g"):
    options = [heap, *field.JVM_OPTIONS[1:]]
    tail = ["dev.taut.bench.Load", main, folder] if job == "load" else [
        "dev.taut.bench.Race", main, folder, "1e-9", "0", "0", str(LIMIT), "1"]
    return [field.java(), *options, "-cp", field.class_path(), *tail]


def glmnet(folder, job):
    return ["Rscript", str(field.HERE / "contestants" / "glmnet.R"), folder, "1e-7", "0" if job == "load" else "1"]


def smallest_heap(command, size):
    """MiB of the smallest -Xmx with which it ends well, to 5 % of X; None above 8 times X."""
    low, high = 0.5 * size, 8 * size
    if peak(command(f"-Xmx{round(high)}m")) is None:
        return None
    while high - low > 0.05 * size:
        middle = (low + high) / 2
        if peak(command(f"-Xmx{round(middle)}m")) is None:
            low = middle
        else:
            high = middle
    return high


def shown(mib, size):
    return "failed" if mib is None else f"{mib:.0f} ({mib / size:.2f} X)"


def measure(load, asked):
    """Rows of the table for one workload."""
    size = load.rows * load.columns * 8 / MIB
    short = min(load.rows, load.columns)
    for folds, job in ((0, "load"), (0, "fit"), (10, "cross-validation")):
        work = dataclasses.replace(load, folds=folds)
        main = "TautFolds" if folds else "TautPath"
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place)
            race.write(folder, work, *work.generate())
            cells = [shown(peak(taut(place, main, job)), size)]
            if asked.heap:
                cells.append(shown(smallest_heap(lambda heap: taut(place, main, job, heap), size), size))
            cells.append(shown(peak(glmnet(place, job)), size))
        yield f"| {load.name}: {load.rows} × {load.columns} | {job} | {size:.0f} | {short ** 2 * 8 / MIB:.0f} | " \
              + " | ".join(cells) + " |"


def main():
    parser = argparse.ArgumentParser(prog="bench/memory", description=__doc__)
    parser.add_argument("--megabytes", type=float, default=160, help="size of X")
    parser.add_argument("--heap", action="store_true", help="find the smallest heap that is enough, too (some minutes)")
    asked = parser.parse_args()
    print("\n".join(machine.lines(shlex.join(["bench/memory", *sys.argv[1:]]), [])))
    print("\nLargest resident set of the process in MiB, garbage that Java has not collected included.\n")
    print("| workload | job | X | one Gram | Taut |" + (" Taut, smallest -Xmx |" if asked.heap else "") + " glmnet 1e-7 |")
    print("|---|---|---:|---:|---:|---:|" + ("---:|" if asked.heap else ""))
    for load in loads(asked.megabytes):
        for row in measure(load, asked):
            print(row, flush=True)


if __name__ == "__main__":
    main()
