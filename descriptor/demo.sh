#!/bin/sh
# The whole way, with real servers: captures -> Tika Server -> Elasticsearch -> three searches.
# Needs JDK 17 or later and Maven; builds and fetches what is missing. See demo.sh --help.
set -eu

here=$(CDPATH='' cd "$(dirname "$0")" && pwd -P)
root=$(CDPATH='' cd "$here/.." && pwd -P)

fail() {
  echo "demo.sh: $1" >&2
  exit 2
}

if [ -n "${JAVA_HOME:-}" ]; then
  java=$JAVA_HOME/bin/java
  [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it"
else
  java=$(command -v java) || fail "no java found; install JDK 17 or later, or set JAVA_HOME"
fi
version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p')
case $version in
  1.* | 9 | 1[0-6]) fail "$java is Java $version; Java 17 or later is needed" ;;
esac

maven() {
  command -v mvn >/dev/null || fail "no mvn found; install Maven 3.8 or later"
  (cd "$root" && mvn -B -ntp -q "$@") || fail "Maven failed; its messages stand above"
}

harness=$(ls "$root"/plugin-tika/connector/target/dateline-tika-connector-*-tests.jar 2>/dev/null || true)
if [ ! -x "$here/target/dateline/bin/dateline" ] || [ ! -d "$here/target/classes/io" ] || [ -z "$harness" ]; then
  echo "Building the distribution. The first time, Maven fetches what it needs: some minutes."
  maven package -DskipTests
fi
if [ ! -f "$here/target/servers/tika-server.jar" ] || [ ! -f "$here/target/servers/elasticsearch.zip" ]; then
  echo "Fetching Tika Server and Elasticsearch through Maven, 180 MB."
  maven -pl descriptor dependency:copy@real-servers
fi
harness=$(ls "$root"/plugin-tika/connector/target/dateline-tika-connector-*-tests.jar)

exec "$java" -Ddateline.distribution="$here/target/dateline" -Ddateline.servers="$here/target/servers" \
  -cp "$here/target/classes:$harness:$here/target/dateline/lib/*" io.dateline.demo.Demo "$@"
