"""Times the first path of a fresh JVM on 1000 x 20: what a short program or a command line waits for."""

import argparse
import pathlib
import shlex
import statistics
import subprocess
import sys
import tempfile

import field
import machine
import race
import workloads

LOADS = [
    workloads.Workload("squared", 1_000, 20, 0.3, smallest=1e-4),
    workloads.Workload("logistic", 1_000, 20, 0.3, loss="logistic", smallest=1e-4),
]


def main():
    parser = argparse.ArgumentParser(prog="bench/first-fit", description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="fresh JVMs")
    asked = parser.parse_args()
    print("\n".join(machine.lines(shlex.join(["bench/first-fit", *sys.argv[1:]]), [])))
    print("\nMedians (largest) in seconds.\n")
    print("| 1000 × 20, 100 λ | path | wall | CPU of the solving thread | CPU of the process | worst gap |")
    print("|---|---|---:|---:|---:|---:|")
    for load in LOADS:
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place)
            race.write(folder, load, *load.generate())
            runs = [fresh(folder) for _ in range(asked.runs)]
        for k, which in enumerate(("first", "second")):
            cells = [f"{statistics.median(values):.3f} ({max(values):.3f})"
                     for values in zip(*(run[k][:3] for run in runs))]
            worst = max(run[k][3] for run in runs)
            print(f"| {load.loss} | {which} | {' | '.join(cells)} | {worst:.1e} |", flush=True)


def fresh(folder):
    """Four numbers for each of two paths."""
    said = subprocess.run(
        [field.java(), *field.JVM_OPTIONS, "-cp", field.class_path(), "FirstFit", str(folder)],
        check=True, capture_output=True, text=True).stdout
    return [[float(word) for word in line.split()] for line in said.splitlines()]


if __name__ == "__main__":
    main()
