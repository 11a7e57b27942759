#!/bin/sh
# Starts the chat client on this container's terminal. What arrives in the FIFO /tmp/typed counts as
# typed here: that is how a scripted conversation comes from the containers themselves. In /tmp/heard, which is
# in memory, stands what this person was shown.
[ -p /tmp/typed ] || mkfifo -m 600 /tmp/typed
# What a scenario puts at the seams of the client: classes of the folder /classes.
[ -z "${CHAT_TRANSPORT:-}" ] || set -- "$@" --transport "$CHAT_TRANSPORT" --keys /keys
[ -z "${CHAT_SEALER:-}" ] || set -- "$@" --sealer "$CHAT_SEALER"
class_path=/app/eavesdrop.jar:/app/lanterna.jar
[ $# = 0 ] || class_path=$class_path:/classes
exec /opt/java/bin/java @/app/client.options -XX:AOTCache=/app/client.aot -cp $class_path \
  eavesdrop.cli.ClientMain -i "${CHAT_HOST:-chat_server}" -p 12345 --typed /tmp/typed --heard /tmp/heard "$@" "$CHAT_USERNAME"
