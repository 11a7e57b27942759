#!/usr/bin/env bash
# Makes the pictures of the documents again, from a real lab and the real Wireshark.
#
#   sudo images/make-pictures.sh               all of them
#   sudo images/make-pictures.sh -r DUMP.PCAP  only those that need a capture, from one you have
#
# It runs on Debian as root: it captures, and it installs what it needs. Wireshark and a terminal
# draw on a screen that nobody sees (Xvfb). It starts a lab and ends it: let none run before.
# Look at each picture before you commit it.
set -euo pipefail
shopt -s inherit_errexit
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
pictures=$home/images
letters=abcdefghijklmnop
width=1200
height=750
aside=(900 12) # where the mouse points at nothing
work=$(mktemp -d)
started=() # the processes of ours, by id

say() { printf '%s\n' "$*" >&2; }
fail() { say "✗ $*"; exit 1; }

# await SECONDS WHAT COMMAND…: until the command succeeds.
await() {
  local deadline=$((SECONDS + $1)) what=$2
  shift 2
  until "$@"; do
    [ "$SECONDS" -lt "$deadline" ] || fail "This did not happen in time: $what"
    sleep 0.2
  done
}

end() { if kill "$1" 2>/dev/null; then wait "$1" 2>/dev/null || true; fi; }

finish() {
  local process
  for process in "${started[@]}"; do end "$process"; done
  [ ! -e "$work/lab-is-ours" ] || lab down >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT

packages() {
  local wanted=(wireshark tshark xvfb xdotool imagemagick sakura pngquant
    fonts-dejavu-core fonts-noto-cjk fonts-noto-color-emoji) missing=() package
  for package in "${wanted[@]}"; do
    dpkg -s "$package" 2>/dev/null | grep -q '^Status: install ok' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Installing ${missing[*]}"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >"$work/apt.log" 2>&1 ||
    { tail "$work/apt.log" >&2; fail "Those packages could not be installed."; }
}

# A screen that nobody sees, and settings that are nobody's: no recent files, no dialogs.
screen() {
  mkfifo "$work/display"
  Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
  started+=($!)
  read -r number <"$work/display"
  export DISPLAY=:$number XDG_CONFIG_HOME=$work/config XDG_RUNTIME_DIR=$work/run XDG_CACHE_HOME=$work/cache
  export LANG=C.UTF-8 NO_AT_BRIDGE=1 QT_SCALE_FACTOR=1
  mkdir -m 700 "$XDG_RUNTIME_DIR"
  mkdir -p "$XDG_CONFIG_HOME/wireshark"
  cat >"$XDG_CONFIG_HOME/wireshark/recent_common" <<END
privs.warn_if_elevated: FALSE
END
  cat >"$XDG_CONFIG_HOME/wireshark/preferences" <<END
gui.update.enabled: FALSE
gui.qt.font_name: DejaVu Sans Mono,10,-1,5,50,0,0,0,0,0
gui.packet_list_show_minimap: FALSE
capture.no_extcap: TRUE
END
  cat >"$XDG_CONFIG_HOME/wireshark/recent" <<END
gui.geometry_main_width: $width
gui.geometry_main_height: $height
gui.geometry_main_upper_pane: 317
gui.geometry_main_lower_pane: 510
column.width: %m, 52, %t, 100, %s, 104, %d, 104, %p, 70, %L, 64, %i, 700
gui.geometry_status_pane: 560
END
}

stands_still() {
  local before after
  before=$(look)
  sleep 1 # between two looks at the same thing
  after=$(look)
  [ "$before" = "$after" ]
}
look() { import -silent -window "$window" -depth 8 rgb:- | sha256sum; }

# picture NAME: what $window shows, as a small PNG without a date in it.
picture() {
  local made=$work/$1.png kept=$pictures/$1.png
  import -silent -window "$window" -strip "$made"
  pngquant --force --strip --quality 70-98 --output "$kept" "$made"
  say "images/$1.png  $(identify -format '%wx%h' "$kept")  $(stat -c %s "$kept") bytes"
}

window_of() { xdotool search --onlyvisible --pid "$1" --name . 2>/dev/null | tail -n 1; }
has_window() { [ -n "$(window_of "$1")" ]; }

# wireshark_shows OPTIONS…: starts it; leaves its process in $shark and its window in $window.
wireshark_shows() {
  wireshark "$@" >"$work/wireshark.log" 2>&1 &
  shark=$!
  started+=("$shark")
  await 60 "Wireshark opens" has_window "$shark"
  window=$(window_of "$shark")
  xdotool windowmove "$window" 0 0 windowsize "$window" "$width" "$height"
  xdotool mousemove --window "$window" "${aside[@]}"
  await 60 "Wireshark has drawn its window" stands_still
}

# click X Y [BUTTON]: 1 is the left button, 5 the wheel, downwards.
click() {
  xdotool mousemove --window "$window" "$1" "$2" click "${3:-1}" mousemove --window "$window" "${aside[@]}"
  await 30 "Wireshark answers the click" stands_still
}

# says CONTAINER LINE: types a line in that client, and waits until the operator has logged it.
says() {
  printf '%s\n' "$2" | docker exec -i "${LAB_PREFIX:-}$1" sh -c 'cat > /tmp/typed'
  await 10 "the server passes on: $2" grep -qF "${2#/whisper * }" "$work/data/operator.jsonl"
}

# The 26 characters before Alice's letters put them into a row of their own in Wireshark's bytes pane.
conversation() {
  says chat_client_2 'Hola niña! Are you there? 👋'
  says chat_client_1 "Yes! And can you read it: $letters"
  says chat_client_2 'Every letter of it.'
  says chat_client_1 '漢字 work here, too. 😊'
  says chat_client_2 '/whisper alice The key 🔑 lies under the third stone.'
  says chat_client_1 '/whisper bob Thank you. Only the two of us know that!'
  says chat_client_2 'See you tomorrow.'
}

# The frame in which Alice's line with the letters goes to the server.
letters_frame() {
  tshark -r "$1" -Y "tcp.dstport == 12345 && tcp.payload contains \"$letters\"" -T fields -e frame.number 2>/dev/null |
    head -n 1
}

# The list of packets with one line chosen, then the bytes of the line that she typed.
pictures_of_capture() {
  local frame
  frame=$(letters_frame "$1")
  [ -n "$frame" ] || fail "Nobody says $letters in $1."
  wireshark_shows -r "$1" -g "$frame"
  click 400 250 5 # so that the line is not at the edge
  # A click on a byte opens the field that it belongs to: byte 0x2f is the flags, byte 0x42 begins the line.
  click 967 453
  click 160 522 # all flags together, not the last alone
  picture wireshark-psh-ack
  click 634 487
  picture wireshark-bytes
  end "$shark"
}

# Wireshark's first page, with the interface chosen that leads to the server. While they talk, Wireshark draws a
# little curve beside the interfaces that carry something.
picture_of_interface() {
  wireshark_shows -i "$(lab iface)"
  conversation
  picture wireshark-interface
  end "$shark"
}

# What Alice sees. The terminal is a real one, with colours and wide characters.
picture_of_chat() {
  local terminal
  mkdir -p "$XDG_CONFIG_HOME/sakura" "$XDG_CONFIG_HOME/gtk-3.0"
  printf '[sakura]\nscrollbar=false\nshow_always_first_tab=No\n' >"$XDG_CONFIG_HOME/sakura/sakura.conf"
  printf '[Settings]\ngtk-cursor-blink=false\n' >"$XDG_CONFIG_HOME/gtk-3.0/settings.ini"
  sakura -f "DejaVu Sans Mono 13" -c 88 -r 18 -e docker attach "${LAB_PREFIX:-}chat_client_1" >/dev/null 2>&1 &
  terminal=$!
  started+=("$terminal")
  await 30 "the terminal opens" has_window "$terminal"
  window=$(window_of "$terminal")
  await 30 "the chat is drawn" stands_still
  picture chat-screen
  xdotool windowfocus "$window" key ctrl+p ctrl+q
  await 10 "Ctrl-P Ctrl-Q detaches, and the terminal closes" has_ended "$terminal"
}

has_ended() { ! kill -0 "$1" 2>/dev/null; }
lab() { (cd "$home" && LAB_DATA=$work/data ./labw "$@"); }

[ "$(id -u)" = 0 ] || fail "Only root can capture and install: run it with sudo."
packages
screen
if [ "${1:-}" = -r ]; then
  pictures_of_capture "$(realpath "$2")"
  exit
fi
[ -z "$(docker ps -q --filter "name=^${LAB_PREFIX:-}chat_server$")" ] || fail "A lab runs already: end it with './labw down'."
mkdir "$work/data"
touch "$work/lab-is-ours"
lab up --topology compose
picture_of_interface
picture_of_chat
pictures_of_capture "$work/data/dump.pcap"
