#!/bin/bash
# Runs the server and the client once while the JVM notes which classes they load. It stores them,
# parsed and linked, in an AOT cache (JEP 483, JEP 514): the containers then start several times faster.
set -euo pipefail
cd /app
work=$(mktemp -d)
mkfifo "$work/typed"

listens() { grep -q ':3039 .* 0A ' /proc/net/tcp /proc/net/tcp6; } # port 12345, state LISTEN

await() {
  for _ in $(seq 300); do
    "$@" && return
    kill -0 "$server" 2>/dev/null || break
    sleep 0.1
  done
  echo "train: gave up waiting for: $*" >&2
  cat "$work"/*.log >&2
  exit 1
}

said_in() { grep -qa "$1" "$2"; }

/opt/java/bin/java @server.options -XX:AOTCacheOutput=server.aot eavesdrop.program.ServerMain \
  --port 12345 --data "$work" --pcap-port 57012 >"$work/server.log" 2>&1 &
server=$!
await listens

# The client gets a real terminal, so that the screen's classes are in its cache too. Nobody types
# on it; it is closed at the end.
mkfifo "$work/keys"
exec 4<>"$work/keys"
TERM=xterm timeout 60 script -qec "/opt/java/bin/java @client.options -XX:AOTCacheOutput=client.aot \
  eavesdrop.program.ClientMain -i localhost -p 12345 --typed $work/typed trainee" /dev/null \
  <"$work/keys" >"$work/client.log" 2>&1 4>&- &
client=$!
await said_in '"from":"trainee"' "$work/operator.jsonl"

# A second person, who speaks the protocol by hand.
exec 3<>/dev/tcp/localhost/12345
printf 'HELLO visitor\nWHO\nSAY hello\nTELL trainee a whisper\n' >&3
printf 'hello\n/who\n/whisper visitor another whisper\n' >"$work/typed"
await said_in 'another whisper' "$work/operator.jsonl"
printf 'BYE\n' >&3
exec 3>&-
printf '/quit\n' >"$work/typed"
exec 4>&-
wait "$client" || true # caches are what counts
kill -TERM "$server"
wait "$server" || true # ended by a signal

for cache in server.aot client.aot; do
  [ -s "$cache" ] || { cat "$work"/*.log >&2; echo "train: $cache was not written" >&2; exit 1; }
done
