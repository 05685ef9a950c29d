"""Runs the contestants in alternation, each in a process of its own, and prints CPU seconds beside worst gaps."""

import argparse
import dataclasses
import os
import pathlib
import resource
import shlex
import statistics
import subprocess
import sys
import tempfile

import numpy as np
import scipy.sparse as sp

import checker
import field
import folds
import machine
import workloads

# CPU seconds that a process may use for starting, loading and warming up beside what is timed.
BESIDES = 90


@dataclasses.dataclass
class Result:
    """What a contestant did: CPU seconds of each round, gaps of the last one, or why it is not in the table."""

    times: list = dataclasses.field(default_factory=list)
    gaps: np.ndarray = None
    visited: int = 0
    curve: float = None
    reason: str = ""
    limit: int = 0
    unfinished: bool = False

    @property
    def over(self):
        return bool(self.reason) or self.unfinished


class Failed(Exception):
    """A contestant that broke down, with what it said."""


def write(folder, load, x, y, lambdas):
    sparse = sp.issparse(x)
    kind = "neutral" if load.neutral else "as-it-is"
    stored = x.nnz if sparse else -1
    (folder / "meta.txt").write_text(f"{load.rows} {load.columns} {load.loss} {load.l1_ratio} {stored} {kind}\n")
    y.tofile(folder / "y.bin")
    lambdas.tofile(folder / "lambdas.bin")
    if load.folds:
        load.fold_of().tofile(folder / "folds.bin")
    if sparse:
        x.data.tofile(folder / "x.bin")
        x.indices.astype(np.int32).tofile(folder / "index.bin")
        x.indptr.astype(np.int32).tofile(folder / "from.bin")
    else:
        np.asfortranarray(x).T.tofile(folder / "x.bin")


def run(folder, command, limit):
    """CPU seconds of each repetition; empty if the limit ended the process."""
    for name in ("coefficients.bin", "times.txt", "refused.txt", "curve.bin"):
        (folder / name).unlink(missing_ok=True)
    most = 2 * limit + BESIDES
    ended = subprocess.run(
        command, env=dict(os.environ, **field.ONE_THREAD), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (most, most + 5)))
    if ended.returncode < 0:
        return []
    if ended.returncode > 0:
        raise Failed(f"{shlex.join(command)}\n{ended.stderr}")
    if (folder / "refused.txt").exists():
        return None
    return [float(t) for t in (folder / "times.txt").read_text().split()]


def judge(folder, load, x, y, lambdas, stride, exact):
    """Worst and other gaps of the solutions in the folder, and how far its curve is from the exact one."""
    found = np.fromfile(folder / "coefficients.bin").reshape((-1, load.columns)).T
    visited = lambdas[::stride][:found.shape[1]]
    gaps = checker.relative_gaps(x, y, load.loss, load.l1_ratio, visited, found)
    curve = None if exact is None else np.max(np.abs(np.fromfile(folder / "curve.bin") / exact - 1))
    return gaps, curve


def lap(folder, load, data, contestant, result, asked, exact):
    """One contestant's part of a round."""
    stride = asked.stride if contestant.peer else 1
    limit = asked.peer_limit if contestant.peer else asked.limit
    result.limit = limit
    result.reason = contestant.refuses(load)
    if result.reason:
        return
    try:
        taken = run(folder, contestant.command(str(folder), limit, stride), limit)
    except Failed as failed:
        if not contestant.peer:
            sys.exit(str(failed))
        print(failed, file=sys.stderr)
        result.reason = "failed: " + _last_error(str(failed))
        return
    if taken is None:
        result.reason = (folder / "refused.txt").read_text().strip()
        return
    if not taken:
        result.unfinished = True
        return
    result.times.append(statistics.median(taken))
    result.gaps, result.curve = judge(folder, load, *data, stride, exact)
    result.visited = len(result.gaps)
    result.unfinished = result.visited < len(data[2][::stride])


def _last_error(text):
    said = [line.strip() for line in text.splitlines() if "Exception" in line or "Error" in line]
    return (said[0] if said else text.strip().splitlines()[-1])[:160]


def race(load, asked):
    x, y, lambdas = load.generate()
    contestants = list(field.usual(load)) + list(field.peers(load, asked.peers, asked.tight))
    if asked.only:
        contestants = [c for c in contestants if any(word.lower() in c.name.lower() for word in asked.only)]
    results = {c.name: Result() for c in contestants}
    exact, worst = None, None
    if load.folds:
        prover = field.prover("1e-10")
        exact, worst = folds.exact_curve(
            load, x, y, lambdas, write, lambda folder: run(folder, prover.command(str(folder), asked.limit, 1), asked.limit))
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        write(folder, load, x, y, lambdas)
        for _ in range(asked.rounds):
            for contestant in contestants:
                result = results[contestant.name]
                if not result.over:
                    lap(folder, load, (x, y, lambdas), contestant, result, asked, exact)
    return results, worst


def table(load, results, worst):
    """The Markdown of one workload."""
    kind = "sparse" if load.sparse else "dense"
    more = f", {load.folds}-fold cross-validation and the path on all rows" if load.folds else ""
    yield ""
    yield (f"### {load.name}: {load.loss}, {kind} {load.rows} × {load.columns}, correlation {load.correlation},"
           f" l1 ratio {load.l1_ratio}, λ down to {load.smallest:g} λ max{more}")
    yield ""
    yield "| contestant | CPU s, median (range) | worst gap | median gap |" + (" curve off by |" if load.folds else "")
    yield "|---|---:|---:|---:|" + ("---:|" if load.folds else "")
    for name, result in results.items():
        if not result.reason:
            yield _row(name, result, load)
    absent = [f"{name}: {result.reason}" for name, result in results.items() if result.reason]
    if absent:
        yield ""
        yield "Not raced: " + "; ".join(absent) + "."
    if worst is not None:
        yield ""
        yield (f"The curve is judged against {load.folds} fits proved one by one (worst gap {worst:.1e});"
               " \"off by\" is the largest relative difference of the mean squared errors.")


def _row(name, result, load):
    curve = f" {result.curve:.1e} |" if result.curve is not None else " – |" if load.folds else ""
    if not result.times:
        return f"| {name} | > {result.limit}, no result | – | – |" + curve
    times = f"{statistics.median(result.times):.3f} ({min(result.times):.3f}–{max(result.times):.3f})"
    if result.unfinished:
        times = f"> {statistics.median(result.times):.0f}"
    if result.visited < workloads.LAMBDAS:
        times += f" for {result.visited} of {workloads.LAMBDAS} λ"
    return f"| {name} | {times} | {result.gaps.max():.1e} | {np.median(result.gaps):.1e} |" + curve


def parsed():
    parser = argparse.ArgumentParser(prog="bench/race", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", action="store_true", help="race packages of the JVM, too")
    parser.add_argument("--peer", type=lambda text: text.lower().split(","), help="race these of them, names with commas")
    parser.add_argument("--tight", action="store_true", help="race them at a tight tolerance too")
    parser.add_argument("--peer-lambdas", type=int, default=workloads.LAMBDAS,
                        help="give them only so many of the 100 λ, evenly spread")
    parser.add_argument("--peer-limit", type=int, default=60, help="CPU seconds after which they stop")
    parser.add_argument("--limit", type=int, default=300, help="CPU seconds after which the others stop")
    parser.add_argument("--only", type=lambda text: text.split(","), help="contestants whose name has one of these words")
    parser.add_argument("--out", type=pathlib.Path, help="write the report, with machine and versions, to this file")
    parser.add_argument("workloads", nargs="*", help="names; all but the small ones if none")
    asked = parser.parse_args()
    everyone = [peer.name.lower() for peer in field.PEERS_ON_THE_JVM]
    asked.peers = asked.peer or (everyone if asked.peers else [])
    if set(asked.peers) - set(everyone):
        parser.error(f"no package {', '.join(set(asked.peers) - set(everyone))}; there are {', '.join(everyone)}")
    known = {load.name: load for load in workloads.ALL + workloads.SMALL}
    unknown = [name for name in asked.workloads if name not in known]
    if unknown:
        parser.error(f"no workload {', '.join(unknown)}; there are {', '.join(known)}")
    if workloads.LAMBDAS % asked.peer_lambdas:
        parser.error(f"--peer-lambdas must divide {workloads.LAMBDAS}")
    asked.stride = workloads.LAMBDAS // asked.peer_lambdas
    asked.loads = [known[name] for name in asked.workloads] or workloads.ALL
    return asked


def main():
    asked = parsed()
    report = list(machine.lines(shlex.join(["bench/race", *sys.argv[1:]]), asked.peers))
    print("\n".join(report), flush=True)
    for load in asked.loads:
        lines = list(table(load, *race(load, asked)))
        print("\n".join(lines), flush=True)
        report += lines
        if asked.out:
            # Written after every workload: a long race that is interrupted keeps what it has.
            asked.out.write_text("\n".join(["# Benchmarks", "", *report, ""]))


if __name__ == "__main__":
    main()
