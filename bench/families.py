"""Multinomial (plain and grouped) and Cox paths: Taut against glmnet on generated data, CPU seconds beside how far objectives are above the
least one known; see `families`.

The least objective known is that of Taut at a proved relative gap of 1e-9. Columns are standardized by their population standard deviation,
penalties act on standardized coefficients, as both packages have it.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

import field
import machine

BENCH = pathlib.Path(__file__).parent
LAMBDAS = 100
SIZES = {"multinomial": (2000, 500, 10), "grouped": (2000, 500, 10), "cox": (1000, 2000, 0),
         "s_multinomial": (200, 30, 3), "s_grouped": (200, 30, 3), "s_cox": (150, 40, 0)}


def generate(name):
    """x, y and the lambdas: correlation 0.3 between columns, 20 of them matter."""
    rows, columns, classes = SIZES[name]
    rng = np.random.default_rng(20_26)
    x = np.sqrt(0.7) * rng.standard_normal((rows, columns)) + np.sqrt(0.3) * rng.standard_normal((rows, 1))
    signals = rng.choice(columns, min(20, columns // 2), replace=False)
    if classes:
        b = np.zeros((columns, classes))
        b[signals] = rng.standard_normal((len(signals), classes))
        eta = x @ b
        eta *= 2 / eta.std()
        y = np.array([rng.choice(classes, p=p) for p in np.exp(eta) / np.exp(eta).sum(axis=1, keepdims=True)], float)
    else:
        b = np.zeros(columns)
        b[signals] = rng.standard_normal(len(signals))
        eta = x @ b
        times = rng.exponential(np.exp(-eta / eta.std()))
        censored = rng.exponential(2 * np.median(times), rows)
        y = np.concatenate([np.minimum(times, censored), (times <= censored).astype(float)])
    z = (x - x.mean(axis=0)) / x.std(axis=0)
    largest = penalty_norm(name, score(x=z, y=y, classes=classes))
    return x, y, classes, np.geomspace(largest, 1e-2 * largest, LAMBDAS)


def score(x, y, classes):
    """Gradient of the null model for standardized columns."""
    if classes:
        indicator = np.eye(classes)[y.astype(int)]
        return x.T @ (indicator.mean(axis=0) - indicator) / len(x)
    n = len(x)
    order = np.argsort(y[:n])
    events = y[n:][order] == 1
    means = np.cumsum(x[order][::-1], axis=0)[::-1] / np.arange(n, 0, -1)[:, None]
    return -(x[order] - means)[events].sum(axis=0)[:, None] / n


def penalty_norm(name, gradient):
    return np.sqrt((gradient ** 2).sum(axis=1)).max() if "grouped" in name else np.abs(gradient).max()


def objectives(name, x, y, classes, lambdas, found):
    """Objective at each lambda that was reached, and that of the null model."""
    rows, columns = x.shape
    outputs = max(classes, 1)
    deviations = x.std(axis=0)
    values = []
    for strength, numbers in zip(lambdas, found):
        b = numbers[outputs:].reshape(outputs, columns).T
        eta = numbers[:outputs] + x @ b
        scaled = b * deviations[:, None]
        size = np.sqrt((scaled ** 2).sum(axis=1)).sum() if "grouped" in name else np.abs(scaled).sum()
        values.append(loss(eta, y, classes) + strength * size)
    null = np.log(np.bincount(y.astype(int)) / rows) if classes else np.zeros(1)
    return np.array(values), loss(np.tile(null, (rows, 1)), y, classes)


def loss(eta, y, classes):
    n = len(eta)
    if classes:
        top = eta.max(axis=1, keepdims=True)
        return np.mean(top[:, 0] + np.log(np.exp(eta - top).sum(axis=1)) - eta[np.arange(n), y.astype(int)])
    order = np.argsort(y[:n])
    e = eta[order, 0]
    events = y[n:][order] == 1
    top = e.max()
    at_risk = top + np.log(np.cumsum(np.exp(e - top)[::-1])[::-1])
    return (at_risk - e)[events].sum() / n


def taut(folder, gap, warm):
    command = [field.java(), *field.JVM_OPTIONS, "-cp", field.class_path(), "TautFamilies", folder, gap, str(warm)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, env=dict(os.environ, **field.ONE_THREAD)).stdout.split()
    return float(said[0]), f"proved {said[1]}"


def glmnet(folder, thresh):
    command = ["Rscript", str(BENCH / "contestants" / "families.R"), folder, thresh]
    said = subprocess.run(command, check=True, capture_output=True, text=True, env=dict(os.environ, **field.ONE_THREAD)).stdout.split(" ", 1)
    return float(said[0]), said[1].strip()


def race(name, warm):
    x, y, classes, lambdas = generate(name)
    columns = (x.shape[1] + 1) * max(classes, 1)
    contestants = [("Taut 1e-9", lambda f: taut(f, "1e-9", warm)), ("Taut 1e-6", lambda f: taut(f, "1e-6", warm)),
                   ("glmnet 1e-7 (default)", lambda f: glmnet(f, "1e-7")), ("glmnet 1e-10", lambda f: glmnet(f, "1e-10"))]
    yield f"\n### {name}: {x.shape[0]} × {x.shape[1]}" + (f", {classes} classes" if classes else ", survival") + ", λ down to 0.01 λ max\n"
    yield "| contestant | CPU s | λ reached | worst excess of the objective | remarks |\n|---|---:|---:|---:|---|"
    best = None
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        kind = "grouped" if "grouped" in name else "plain"
        (place / "meta.txt").write_text(f"{x.shape[0]} {x.shape[1]} {classes} {kind}\n")
        np.asfortranarray(x).T.tofile(place / "x.bin")
        y.tofile(place / "y.bin")
        lambdas.tofile(place / "lambdas.bin")
        for who, run in contestants:
            seconds, remark = run(folder)
            found = np.fromfile(place / "coefficients.bin").reshape(-1, columns)
            values, null = objectives(name, x, y, classes, lambdas, found)
            best = values if best is None else best
            excess = np.max((values - best[:len(values)]) / null) if len(values) else float("nan")
            yield f"| {who} | {seconds:.2f} | {len(values)} | {excess:.1e} | {remark} |"


def main():
    parser = argparse.ArgumentParser(prog="bench/families", description=__doc__)
    parser.add_argument("--warm", type=float, default=15, help="CPU seconds of warming up")
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    asked = parser.parse_args()
    unknown = set(asked.names) - set(SIZES)
    if unknown:
        parser.error(f"no {', '.join(sorted(unknown))}; there are {', '.join(SIZES)}")
    report = list(machine.lines(" ".join(["bench/families", *sys.argv[1:]]), []))
    print("\n".join(report), flush=True)
    for name in asked.names or ["multinomial", "grouped", "cox"]:
        for line in race(name, asked.warm):
            print(line, flush=True)
            report.append(line)
    if asked.out:
        asked.out.write_text("\n".join(report) + "\n")


if __name__ == "__main__":
    main()
