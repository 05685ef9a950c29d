"""Where a race was run, and with which versions: the head of its report."""

import datetime
import os
import pathlib
import platform
import re
import subprocess
import sys

import field


def lines(command, peers):
    """Markdown: date, command, machine, versions."""
    yield f"- Date: {datetime.date.today().isoformat()}, commit {_commit()}"
    yield f"- Command: `{command}`"
    yield f"- Machine: {_cpu()}, {os.cpu_count()} cores, {_memory():.0f} GiB memory, {_system()}"
    yield f"- Java: {_java(field.java())}; options {' '.join(field.JVM_OPTIONS)}"
    yield f"- R: {_r()}"
    yield f"- Python {platform.python_version()}: {_python()}"
    if peers:
        yield f"- JVM packages: {'; '.join(_peers(peers))}"


def _said(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError as absent:
        return str(absent)
    return (done.stdout + done.stderr).strip()


def _commit():
    here = str(field.HERE)
    changed = _said("git", "-C", here, "status", "--porcelain", "--untracked-files=no")
    return _said("git", "-C", here, "rev-parse", "--short", "HEAD") + (" with uncommitted changes" if changed else "")


def _cpu():
    info = pathlib.Path("/proc/cpuinfo")
    found = re.search(r"model name\s*:\s*(.*)", info.read_text()) if info.exists() else None
    return found.group(1) if found else platform.processor()


def _memory():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2 ** 30


def _system():
    try:
        name = platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        name = platform.system()
    return f"{name}, {platform.machine()}"


def _java(command):
    found = re.search(r"(\S+ Runtime Environment.*)", _said(command, "-version"))
    return found.group(1) if found else "unknown"


def _r():
    script = "cat(R.version.string, '; glmnet ', format(packageVersion('glmnet')), '; BLAS ', " \
             "basename(normalizePath(extSoftVersion()[['BLAS']])), sep = '')"
    return _said("Rscript", "-e", script)


def _python():
    import numpy
    import scipy
    import sklearn
    loaded = {pathlib.Path(line.split()[-1]).name for line in pathlib.Path("/proc/self/maps").read_text().splitlines()
              if re.search(r"/lib\w*blas", line)} if sys.platform == "linux" else set()
    return f"scikit-learn {sklearn.__version__}, numpy {numpy.__version__}, scipy {scipy.__version__}," \
           f" BLAS {', '.join(sorted(loaded)) or 'unknown'}"


def _peers(chosen):
    for peer in field.PEERS_ON_THE_JVM:
        if peer.name.lower() not in chosen:
            continue
        pom = (field.PEERS / peer.name.lower() / "pom.xml").read_text()
        version = re.findall(r"<version>(.*?)</version>", pom)[2]
        on = f" on {_java(field.newest_java())}" if peer.needs > field.release(field.java()) else ""
        yield f"{peer.name} {version}{on}"
