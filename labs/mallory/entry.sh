#!/bin/sh
# The first process of the container mallory. It starts as root only to become somebody else.
set -u
me=mallory
data=/data
# shellcheck source=labs/wire/ordinary.sh
. /app/ordinary.sh

[ "$(id -u)" != 0 ] || become_ordinary --inh-caps=-all sh /app/mallory.sh
need_writable_data
set -- -i "$CHAT_SERVER" --data $data
class_path=/app/eavesdrop.jar:/app/jackson-core.jar
# What a scenario lets her speak: a class of the folder /classes.
if [ -n "${CHAT_TRANSPORT:-}" ]; then
  set -- "$@" --transport "$CHAT_TRANSPORT" --keys /keys
  class_path=$class_path:/classes
fi
[ -z "${CHAT_REPLACE:-}" ] || set -- "$@" --replace "$CHAT_REPLACE"
exec /opt/java/bin/java @/app/server.options -XX:AOTCache=/app/server.aot -cp $class_path eavesdrop.program.MalloryMain "$@"
