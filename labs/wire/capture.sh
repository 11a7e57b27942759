# Sourced by entry.sh: tcpdump, from its first packet to its last, and the files of earlier runs.

words=/tmp/tcpdump.words # what tcpdump says
tcpdump=                 # its process, while a capture runs

# Earlier captures and logs are never overwritten: they get the time their run started as a part of
# their name, the capture and the logs of one run the same. (dump.pcapng: a run of the local topology.)
# Fails, and says why, when a file cannot be moved.
set_earlier_files_aside() {
  [ -e $data/dump.pcap ] || [ -e $data/dump.pcapng ] || [ -e $data/operator.jsonl ] || [ -e $data/mallory.jsonl ] || return 0
  stamp=$(start_of_earlier_run)
  name=$stamp
  n=1
  while is_taken "$name"; do
    n=$((n + 1))
    name=$stamp-$n
  done
  set_aside operator jsonl && set_aside mallory jsonl && set_aside dump pcap && set_aside dump pcapng
}

# Whether files of an earlier run have that time in their names.
is_taken() {
  for file in "$data/dump-$1".* "$data/operator-$1".* "$data/mallory-$1".*; do
    [ ! -e "$file" ] || return 0
  done
  return 1
}

set_aside() {
  [ -e "$data/$1.$2" ] || return 0
  mv "$data/$1.$2" "$data/$1-$name.$2" 2>/dev/null && return
  say "an earlier $1.$2 lies in labs/server/data and belongs to somebody else (user $(stat -c %u "$data/$1.$2")). Move it away, and start again."
  return 1
}

# The operator log's first record says when. Without it: when the capture was last written.
# No colons, which some file systems refuse.
start_of_earlier_run() {
  stamp=$(sed -n '1s/^{"time":"\([0-9-]*\)T\([0-9][0-9]\):\([0-9][0-9]\):\([0-9][0-9]\).*/\1T\2-\3-\4Z/p' $data/operator.jsonl 2>/dev/null)
  for file in dump.pcap dump.pcapng operator.jsonl mallory.jsonl; do
    [ -n "$stamp" ] || stamp=$(date -u -r $data/$file +%Y-%m-%dT%H-%M-%SZ 2>/dev/null)
  done
  echo "$stamp"
}

# Returns when tcpdump listens, or has failed: the chat goes on without it.
#   -U and --immediate-mode  each packet is in the file at once
#   -p                       the server's packets only
#   -B 32768 -s 16700        a buffer of 32 MB, cut into about 2,000 slots as large as the largest packet that may
#                            come: what waits there while tcpdump waits for the processor is not lost. Left
#                            alone, a slot is 256 kB. The chat server's TCP buffers of 16 kB keep packets small.
# Left out is the port on which the capture itself is handed out.
start_capture() {
  : >$words
  tcpdump -i eth0 -p -n -U --immediate-mode -B 32768 -s 16700 -w $data/dump.pcap not tcp port $pcap_port 2>$words &
  tcpdump=$!
  watch_capture &
  watcher=$!
  until grep -q 'listening on' $words; do
    kill -0 "$tcpdump" 2>/dev/null || return 0
    sleep 0.01
  done
}

# Says so when the capture ends by itself. tcpdump does not notice when a write fails (with -U it never looks):
# where there is no more room it is ended, so that the capture stops at a packet and does not become garbage.
watch_capture() {
  while is_alive "$tcpdump"; do
    sleep 2
    [ -n "$(room)" ] || kill -INT "$tcpdump" 2>/dev/null
  done
  reason=$(tail -n 1 $words)
  [ -n "$(room)" ] || reason="no room is left on the disk of labs/server/data"
  say "the capture has ended ($reason). The chat goes on, but nothing more is recorded in dump.pcap. To capture again: docker restart chat_server"
}

# A process that has ended stays in the table until its parent has asked for its status: a zombie (Z).
is_alive() { grep -q '^State:.[^ZX]' "/proc/$1/status" 2>/dev/null; }

# Says something as long as a few more packets fit on the disk.
room() { stat -f -c '%a %S' $data | { read -r blocks size && [ $((blocks * size)) -ge 65536 ] && echo yes; }; }

# Ends tcpdump once every connection has said its FIN (or a peer has been silent for a second), and what was
# captured is in the file.
end_capture() {
  [ -n "$tcpdump" ] || return 0
  await 50 no_connection_is_open
  await 500 all_is_written
  kill "$watcher" 2>/dev/null
  kill -INT "$tcpdump" 2>/dev/null
  wait "$tcpdump"
  tcpdump=
  lost=$(sed -n 's/ packets\{0,1\} dropped by kernel$//p' $words)
  [ "${lost:-0}" = 0 ] || say "the capture lacks $lost packets: they came faster than tcpdump could write."
}

# Looks every 20 ms, as often as the first argument says.
await() {
  tries=$1
  until [ "$tries" = 0 ] || $2; do
    tries=$((tries - 1))
    sleep 0.02
  done
}

# tcpdump sleeps (S) only when nothing waits in its buffer. One that waits for the processor (R) or the
# disk (D) is not done.
all_is_written() { grep -q '^State:.[SZX]' "/proc/$tcpdump/status" 2>/dev/null || [ ! -e "/proc/$tcpdump" ]; }

# Established (01), SYN and FIN states (02 to 05), CLOSE_WAIT, LAST_ACK and CLOSING (08, 09, 0B).
no_connection_is_open() {
  ! cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | grep -qE "^ *[0-9]+: [0-9A-F]+:$(printf %04X $port) [0-9A-F:]+ (0[1-5]|08|09|0B) "
}
