# shellcheck shell=bash
# Words and deeds that the scripts in this folder share. Sourced, not run.

say() { printf '%s: %s\n' "${0##*/}" "$*"; }

fail() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# Runs a command as root: directly, or through sudo.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "this needs root: run it as root, or install sudo."
  fi
}

apt_lists_are_fresh=no

# Installs packages of the machine's own Debian or Ubuntu release. Its words go to a file,
# and are shown only when something is wrong.
apt_install() {
  command -v apt-get >/dev/null || fail "no apt-get here: install these yourself: $*"
  local log
  log=$(mktemp)
  say "installing $*"
  if [ "$apt_lists_are_fresh" = no ]; then
    as_root apt-get -q update >"$log" 2>&1 || { cat "$log" >&2; fail "apt-get update failed (see above)."; }
    apt_lists_are_fresh=yes
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@" >"$log" 2>&1 </dev/null ||
    { tail -n 40 "$log" >&2; fail "apt-get could not install $* (see above)."; }
  rm -f "$log"
}

# Waits until a command succeeds: await SECONDS COMMAND...
await() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.2
  done
}
