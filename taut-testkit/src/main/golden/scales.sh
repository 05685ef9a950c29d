#!/bin/sh
# Remakes the golden files of the scale checks that packages of the JVM write; Maven resolves them. usage: ./scales.sh
# Smile needs Java 25 and a libopenblas.so in LD_LIBRARY_PATH, H2O and Spark run on Java 17; JAVA_17 and JAVA_25 name their homes.
set -eu
cd "$(dirname "$0")"
out=$(pwd)/../resources/dev/taut/testkit/golden/scales
peers=$(pwd)/../../../../bench/peers
(cd ../../../.. && JAVA_HOME=$JAVA_25 ./mvnw -q -B -f bench/peers/pom.xml process-classes)
opens=''
for package in java.lang java.lang.invoke java.util java.nio sun.nio.ch sun.util.calendar sun.security.action; do
  opens="$opens --add-opens=java.base/$package=ALL-UNNAMED"
done
fit() {
  java=$1 name=$2 main=$3
  shift 3
  # shellcheck disable=SC2086
  "$java/bin/java" $opens -cp "$peers/$name/target/classes:$(cat "$peers/$name/target/classpath.txt")" \
    "dev.taut.bench.peers.$main" "$out" "$@"
}
fit "$JAVA_25" smile SmileScales
fit "$JAVA_17" liblinear LiblinearScales
fit "$JAVA_17" tribuo TribuoScales
fit "$JAVA_17" h2o H2oScales 3.44.0.1
fit "$JAVA_17" spark SparkScales
