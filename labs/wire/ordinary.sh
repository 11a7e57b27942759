# Sourced by the entry scripts of chat_wire and chat_server. Both start as root only to become somebody else.

# One sentence, on the standard error: the standard output of chat_server is the operator's view.
say() { printf '%s: %s\n' "$me" "$*" >&2; }

# Files must belong to the person who ran compose: the owner of the data folder. Where that is root,
# an ordinary user takes over, and the folder lets everybody create files.
#   $@  what to run as that user, after the options of setpriv that say which capability is kept
become_ordinary() {
  user=$(stat -c %u $data)
  group=$(stat -c %g $data)
  if [ "$user" = 0 ]; then
    chmod 1777 $data
    user=10001
    group=10001
  fi
  exec setpriv --reuid "$user" --regid "$group" --clear-groups --no-new-privs "$@"
}

need_writable_data() {
  if (: >$data/.writable) 2>/dev/null; then
    rm -f $data/.writable
  else
    say "the folder for captures (labs/server/data) cannot be written by user $(id -u), or its disk is full. Make it writable (chmod 777), or make room, and start again."
    exit 1
  fi
}
