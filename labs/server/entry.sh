#!/bin/sh
# The first process of the container chat_server: the capture starts first and ends last, so that it
# holds every packet from the first handshake to the last FIN.
#
# It starts as root only to become somebody else. The capability NET_RAW, which a capture needs, is
# kept on the way (as an ambient capability) and taken from the chat server again.
set -u
data=/data
port=12345
pcap_port=57012
# shellcheck source=labs/server/capture.sh
. /app/capture.sh

# One sentence, on the standard error: the standard output is the operator's view.
say() { printf 'chat_server: %s\n' "$*" >&2; }

# Files must belong to the person who ran compose: the owner of the data folder. Where that is root,
# an ordinary user takes over, and the folder lets everybody create files.
become_ordinary() {
  user=$(stat -c %u $data)
  group=$(stat -c %g $data)
  if [ "$user" = 0 ]; then
    chmod 1777 $data
    user=10001
    group=10001
  fi
  exec setpriv --reuid "$user" --regid "$group" --clear-groups \
    --inh-caps=-all,+net_raw --ambient-caps=-all,+net_raw --no-new-privs sh /app/entry.sh
}

need_writable_data() {
  if (: >$data/.writable) 2>/dev/null; then
    rm -f $data/.writable
  else
    say "the folder for captures (labs/server/data) cannot be written by user $(id -u), or its disk is full. Make it writable (chmod 777), or make room, and start again."
    exit 1
  fi
}

# Java has no capability, and yields to the capture when both want the processor: what is captured
# late is lost when the container is killed.
start_server() {
  nice -n 5 setpriv --inh-caps=-all --ambient-caps=-all --no-new-privs \
    /opt/java/bin/java @/app/server.options -XX:AOTCache=/app/server.aot \
    eavesdrop.cli.ServerMain --port $port --data $data --pcap-port $pcap_port &
  server=$!
}

# Docker's request to stop. Before the server runs, it is only noted.
stop_server() {
  stopping=yes
  [ -z "$server" ] || kill -TERM "$server" 2>/dev/null
}

[ "$(id -u)" != 0 ] || become_ordinary
server=
stopping=
trap stop_server TERM INT
need_writable_data
set_earlier_files_aside
start_capture
start_server
[ -z "$stopping" ] || stop_server
# A signal ends this wait early; then the server is still closing its connections.
while kill -0 "$server" 2>/dev/null; do
  wait "$server"
  status=$?
done
end_capture
[ -z "$stopping" ] || status=0
exit "$status"
