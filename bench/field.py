"""Who races: every contestant's command, and what it may be asked for."""

import dataclasses
import functools
import os
import pathlib
import re
import subprocess
import sys
from typing import Callable

HERE = pathlib.Path(__file__).parent
PEERS = HERE / "peers"
# One thread, one collector and the same heap for everybody on the JVM.
JVM_OPTIONS = ["-Xmx8g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"]
ONE_THREAD = {
    "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1", "NUMEXPR_NUM_THREADS": "1",
}
REPETITIONS = "3"
WARM = "12"


@dataclasses.dataclass(frozen=True)
class Contestant:
    """command(folder, limit, stride) is what to run; fits says for which workloads, with the reason if not."""

    name: str
    command: Callable
    refuses: Callable = lambda load: ""
    peer: bool = False


def java():
    return os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"


@functools.cache
def release(command):
    """The feature release of a java command, 0 if it does not run."""
    try:
        said = subprocess.run([command, "-version"], capture_output=True, text=True).stderr
    except OSError:
        return 0
    found = re.search(r'version "(\d+)', said)
    return int(found.group(1)) if found else 0


@functools.cache
def newest_java():
    """TAUT_BENCH_JAVA, or the newest of java and those in the usual places."""
    if "TAUT_BENCH_JAVA" in os.environ:
        return os.environ["TAUT_BENCH_JAVA"]
    return max([java(), *map(str, pathlib.Path("/usr/lib/jvm").glob("*/bin/java"))], key=release)


def class_path():
    listed = HERE / "target" / "classpath.txt"
    return ":".join([str(HERE / "target" / "classes"), listed.read_text().strip()])


def _taut(name, main, tolerance, refuses=lambda load: ""):
    def command(folder, limit, stride):
        return [java(), *JVM_OPTIONS, "-cp", class_path(), "dev.taut.bench.Race",
                main, folder, tolerance, REPETITIONS, WARM, str(limit), "1"]
    return Contestant(name, command, refuses)


def _glmnet(name, thresh):
    return Contestant(name, lambda folder, limit, stride: [
        "Rscript", str(HERE / "contestants" / "glmnet.R"), folder, thresh, "1"])


def _sklearn(name, tol):
    return Contestant(name, lambda folder, limit, stride: [
        sys.executable, str(HERE / "contestants" / "sklearn_path.py"), folder, tol, "1"])


def usual(load):
    """Taut, glmnet and scikit-learn on this workload."""
    main = "TautFolds" if load.folds else "TautPath"
    yield _taut("Taut 1e-9, from the table" if load.folds else "Taut 1e-9", main, "1e-9")
    if load.folds and load.rows > load.columns:
        yield _taut("Taut 1e-9, from the matrix", "TautResamples", "1e-9")
    if load.loss == "logistic":
        yield _taut("Taut 1e-6", main, "1e-6")
    yield _glmnet("glmnet 1e-7 (default)", "1e-7")
    if not load.folds:
        yield _glmnet("glmnet 1e-10", "1e-10")
    if load.loss == "squared" and load.rows > load.columns and load.l1_ratio > 0 and not load.folds:
        yield _sklearn("scikit-learn Gram 1e-4 (default)", "1e-4")


@dataclasses.dataclass(frozen=True)
class Peer:
    """A package on the JVM: its default tolerance, and one at which it is about as exact as it gets."""

    name: str
    main: str
    default: Callable
    tight: str
    needs: int = 17
    options: tuple = ()


PEERS_ON_THE_JVM = [
    Peer("Smile", "SmilePeer", lambda load: "1e-5" if load.loss == "logistic" else "1e-4", "1e-10", needs=25,
         options=("--enable-native-access=ALL-UNNAMED",)),
    Peer("Tribuo", "TribuoPeer", lambda load: "0.1" if load.loss == "logistic" else "1e-4", "1e-8"),
    Peer("liblinear", "LiblinearPeer", lambda load: "0.01", "1e-6"),
    Peer("H2O", "H2oPeer", lambda load: "0", "1e-8",
         options=("--add-opens=java.base/java.lang=ALL-UNNAMED",)),
    Peer("Spark", "SparkPeer", lambda load: "1e-6", "1e-10"),
]


def peers(load, chosen, tight):
    """The JVM packages, at their default tolerance and, if asked, at a tight one."""
    for peer in PEERS_ON_THE_JVM:
        if peer.name.lower() not in chosen:
            continue
        default = peer.default(load)
        yield _peer(peer, f"{peer.name} (default)", default)
        if tight and peer.tight != default:
            yield _peer(peer, f"{peer.name} {peer.tight}", peer.tight)


def _peer(peer, name, tolerance):
    home = PEERS / peer.name.lower() / "target"
    runtime = newest_java() if peer.needs > release(java()) else java()

    def refuses(load):
        if load.folds:
            return "raced on paths only"
        if release(runtime) < peer.needs:
            return f"needs Java {peer.needs}"
        if not (home / "classes" / "dev").exists() or not (home / "classpath.txt").exists():
            return "could not be resolved or built (bench/peers)"
        return ""

    def command(folder, limit, stride):
        path = ":".join([str(home / "classes"), (home / "classpath.txt").read_text().strip()])
        return [runtime, *JVM_OPTIONS, *peer.options, "-cp", path, "dev.taut.bench.Race",
                "dev.taut.bench.peers." + peer.main, folder, tolerance, REPETITIONS, WARM, str(limit), str(stride)]

    return Contestant(name, command, refuses, peer=True)


def prover(gap):
    """Taut alone, once and without warming up, for its coefficients only."""
    def command(folder, limit, stride):
        return [java(), *JVM_OPTIONS, "-cp", class_path(), "dev.taut.bench.Race",
                "TautPath", folder, gap, "0", "0", str(limit), "1"]
    return Contestant("prover", command)
