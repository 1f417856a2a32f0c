#!/usr/bin/env bash
# Makes elasticsearch/news-countries.geojson and the explain page's country-outlines.txt again from npm's world-atlas 2.0.2.
# Needs a JDK 17, Maven and npm; half a minute after a build. The same input gives the same files, byte for byte.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../../../.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
tar -xzf "$(npm pack --silent world-atlas@2.0.2)"
cd "$root"
[ -d descriptor/target/dateline/lib ] && [ -d descriptor/target/classes/io ] || mvn -B -ntp -q -pl descriptor -am package -DskipTests
java -cp "descriptor/target/classes:descriptor/target/dateline/lib/*" io.dateline.outline.CountryOutlines "$work/package/countries-50m.json" \
  descriptor/elasticsearch/news-countries.geojson \
  plugin-tika/command/src/main/resources/io/dateline/command/explain/country-outlines.txt
git -C "$root" status --short
