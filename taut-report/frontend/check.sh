#!/bin/sh
# Proves that the committed bundle is what the committed sources build: rebuilds it and compares byte for byte.
set -eu
cd "$(dirname "$0")"
bundle=../src/main/resources/dev/taut/report
kept=$(mktemp -d)
trap 'rm -rf "$kept"' EXIT
cp "$bundle/report.js" "$bundle/report.css" "$kept/"
npm ci --no-audit --no-fund --silent
npm run build --silent
for file in report.js report.css; do
  cmp "$kept/$file" "$bundle/$file" || {
    echo "$file is not what the sources build: commit the rebuilt one" >&2
    exit 1
  }
done
size=$(cat "$bundle/report.js" "$bundle/report.css" | wc -c)
[ "$size" -le 600000 ] || {
  echo "the bundle has $size bytes, more than 600000" >&2
  exit 1
}
if grep -q '"resolved"' package-lock.json; then
  echo "package-lock.json names a registry: build with the .npmrc of this folder" >&2
  exit 1
fi
echo "bundle reproduced: $size bytes"
