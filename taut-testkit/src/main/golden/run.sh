#!/bin/sh
# Remakes every golden file. usage: ./run.sh DATA_FOLDER
# Needs the Debian 12 packages r-cran-glmnet (4.1-6) and python3-sklearn (1.2.1); takes some minutes.
set -eu
cd "$(dirname "$0")"
data=$(cd "$1" && pwd) || exit 1
out=$(pwd)/../resources/dev/taut/testkit/golden
python=${PYTHON:-/usr/bin/python3}
export OMP_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1
mkdir -p "$out"
Rscript golden.R "$out"
Rscript cox.R "$out"
Rscript ordinal.R "$out"
Rscript real.R "$data" "$out"
Rscript grouped.R "$out"
"$python" metrics.py "$out"
"$python" liblinear.py "$data" "$out"
"$python" svm.py "$out"
"$python" robust.py "$out"
"$python" responses.py "$out"
"$python" nets.py >"$out/nets.json"
"$python" golden.py "$out"
"$python" leaveoneout.py "$out"
mkdir -p "$out/scales"
Rscript scales.R "$out/scales"
"$python" scales.py "$out/scales"
Rscript compat.R "$out"
