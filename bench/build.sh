# Sourced by race, memory and first-fit: finds Python and R, compiles Taut and what the bench adds to it.
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$bench")

python=''
for candidate in python3 /usr/bin/python3; do
  if command -v "$candidate" >/dev/null && "$candidate" -c 'import numpy, scipy, sklearn' 2>/dev/null; then
    python=$candidate
    break
  fi
done
if [ -z "$python" ] || ! Rscript -e 'library(glmnet)' >/dev/null 2>&1; then
  echo 'the bench needs R with glmnet and Python with scikit-learn, for example' >&2
  echo '  apt install r-cran-glmnet r-cran-matrix python3-sklearn libopenblas0' >&2
  exit 2
fi

build_taut() {
  local out=$bench/target javac=javac
  if [ -n "${JAVA_HOME:-}" ]; then javac=$JAVA_HOME/bin/javac; fi
  # The modules come in build order, so that the class path of the last one remains.
  (cd "$root" && ./mvnw -q -B -P '!checked-compile' -Dmaven.test.skip=true -Djacoco.skip=true \
    -pl taut-core,taut-learn package org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
    -Dmdep.outputFile="$out/libraries.txt" -Dmdep.includeScope=runtime)
  echo "$root/taut-core/target/classes:$root/taut-learn/target/classes:$(cat "$out/libraries.txt")" >"$out/classpath.txt"
  rm -rf "$out/classes"
  mkdir -p "$out/classes"
  "$javac" -d "$out/classes" -cp "$(cat "$out/classpath.txt")" \
    "$bench"/harness/dev/taut/bench/*.java "$bench"/contestants/taut/*.java
}

# One that cannot be resolved or built leaves the others in the race; the report says so.
build_peers() {
  local newest
  newest=$("$python" -c "import sys; sys.path.insert(0, '$bench'); import field; print(field.newest_java())")
  newest=$(readlink -f "$(command -v "$newest")")
  (cd "$root" && JAVA_HOME=${newest%/bin/java} ./mvnw -q -B -f bench/peers/pom.xml -fae process-classes) ||
    echo 'some of the JVM packages could not be resolved or built' >&2
}
