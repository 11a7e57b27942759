#!/bin/sh
# The first process of the container chat_server. It starts as root only to become somebody else, asks
# chat_wire for a capture of the coming run, and then runs the chat server.
set -u
me=chat_server
data=/data
control=/control
port=12345
pcap_port=57012
# shellcheck source=labs/wire/ordinary.sh
. /app/ordinary.sh

# Returns when the capture listens, or cannot (then chat_wire has said why, and the chat goes on).
ask_for_capture() {
  token=$(cat /proc/sys/kernel/random/uuid)
  timeout 30 sh -c "
    until [ -p $control/request ]; do sleep 0.01; done
    echo $token >$control/request
    until grep -q $token $control/answer 2>/dev/null; do sleep 0.01; done" &
  wait $! # a signal ends it early
  [ -z "$stopping" ] || exit 0
  grep -q "$token listening" $control/answer 2>/dev/null && return
  say "the files of an earlier run could not be set aside. 'docker compose logs chat_wire' says why; mend it, then 'docker compose up -d'."
  exit 1
}

# It yields to the capture when both want the processor.
start_server() {
  set -- --port $port --data $data --pcap-port $pcap_port
  class_path=/app/eavesdrop.jar:/app/jackson-core.jar
  # What a scenario puts at the seam of the server: a class of the folder /classes.
  if [ -n "${CHAT_TRANSPORT:-}" ]; then
    set -- "$@" --transport "$CHAT_TRANSPORT" --keys /keys
    class_path=$class_path:/classes
  fi
  nice -n 5 /opt/java/bin/java @/app/server.options -XX:AOTCache=/app/server.aot -cp $class_path \
    eavesdrop.program.ServerMain "$@" &
  server=$!
}

# Where chat_wire is started anew, it gets a new network, and this container sits in the old one, which leads
# nowhere. Then it ends, and the engine starts it again, in the new network.
watch_network() {
  while [ -e /sys/class/net/eth0 ]; do sleep 2; done
  say "its network is gone: chat_wire was stopped or started again. It starts again too."
  timeout 60 sh -c ": >$control/request" # waits until chat_wire is there: before, nobody can join its network
  : >$lost_network
  kill -TERM "$server" 2>/dev/null
}

# Docker's request to stop. Before the server runs, it is only noted.
stop_server() {
  stopping=yes
  [ -z "$server" ] || kill -TERM "$server" 2>/dev/null
}

[ "$(id -u)" != 0 ] || become_ordinary --inh-caps=-all sh /app/entry.sh
server=
stopping=
lost_network=/tmp/lost-network
trap stop_server TERM INT
rm -f $lost_network
need_writable_data
ask_for_capture
start_server
[ -z "$stopping" ] || stop_server
watch_network &
# A signal ends this wait early; then the server is still closing its connections.
while kill -0 "$server" 2>/dev/null; do
  wait "$server"
  status=$?
done
[ -z "$stopping" ] || status=0
[ ! -e $lost_network ] || status=1
exit "$status"
