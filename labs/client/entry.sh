#!/bin/sh
# Starts the chat client on this container's terminal. What arrives in the FIFO /tmp/typed counts as
# typed here: that is how a scripted conversation comes from the containers themselves. In /tmp/heard, which is
# in memory, stands what this person was shown.
[ -p /tmp/typed ] || mkfifo -m 600 /tmp/typed
# What a scenario puts at the seams of the client: classes of the folder /classes.
[ -z "${CHAT_TRANSPORT:-}" ] || set -- "$@" --transport "$CHAT_TRANSPORT" --keys /keys
[ -z "${CHAT_SEALER:-}" ] || set -- "$@" --sealer "$CHAT_SEALER"
class_path=/app/eavesdrop.jar:/app/lanterna.jar
# Mallory starts after the server, so that the name server knows her later than this client starts. After 10 s the
# client says itself that nobody is known under that name.
trap 'exit 0' TERM INT
tries=100
until [ $tries = 0 ] || getent hosts "${CHAT_HOST:-chat_server}" >/dev/null; do
  tries=$((tries - 1))
  sleep 0.1
done
[ $# = 0 ] || class_path=$class_path:/classes
exec /opt/java/bin/java @/app/client.options -XX:AOTCache=/app/client.aot -cp $class_path \
  eavesdrop.program.ClientMain -i "${CHAT_HOST:-chat_server}" -p 12345 --typed /tmp/typed --heard /tmp/heard "$@" "$CHAT_USERNAME"
