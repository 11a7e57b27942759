#!/bin/sh
# The first process of the container chat_wire. This container owns the network of the chat server (its
# address, its eth0) and captures on it. The server's container only joins that network: it may be killed
# at any moment, and every packet it has sent is still here to be written.
#
# It starts as root only to become somebody else. The capability NET_RAW, which a capture needs, is kept on
# the way (as an ambient capability).
set -u
me=chat_wire
data=/data
control=/control # shared with chat_server: the FIFO request, and the file answer
port=12345
pcap_port=57012
# shellcheck source=labs/wire/ordinary.sh
. /app/ordinary.sh
# shellcheck source=labs/wire/capture.sh
. /app/capture.sh

# The server asks for a capture of its own each time it starts, and waits until its token is in the file
# `answer`: so the capture holds its first packet. Both ends of the FIFO are kept open here, so that a
# server which dies while it asks takes nothing with it.
serve_requests() {
  exec 3<>$control/request
  while read -r request <&3; do
    end_capture
    [ "$request" != end ] || return 0
    if set_earlier_files_aside; then
      start_capture
      echo "$request listening" >$control/answer
    else
      echo "$request refused" >$control/answer
    fi
  done
}

if [ "$(id -u)" = 0 ]; then
  chmod 1777 $control
  # What root left there (a run of the local topology), only root can move.
  [ "$(stat -c %u $data $data/operator.jsonl 2>/dev/null | sort -u)" != 0 ] || set_earlier_files_aside
  become_ordinary --inh-caps=-all,+net_raw --ambient-caps=-all,+net_raw sh /app/entry.sh
fi
need_writable_data
rm -f $control/answer
[ -p $control/request ] || mkfifo -m 600 $control/request
exec 4<>$control/request # so that the trap's message finds a reader at any time
trap 'echo end >&4' TERM INT
serve_requests &
requests=$!
while kill -0 $requests 2>/dev/null; do
  wait $requests # a signal ends it early
done
