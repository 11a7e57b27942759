#!/bin/sh
# Starts the chat client on this container's terminal. What arrives in the FIFO /tmp/typed counts as
# typed here: that is how a scripted conversation comes from the containers themselves.
[ -p /tmp/typed ] || mkfifo -m 600 /tmp/typed
exec /opt/java/bin/java @/app/client.options -XX:AOTCache=/app/client.aot \
  eavesdrop.cli.ClientMain -i chat_server -p 12345 --typed /tmp/typed "$CHAT_USERNAME"
