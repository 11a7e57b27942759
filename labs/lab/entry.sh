#!/bin/sh
# Runs a command of ./labw on the repository in /lab, as the person who owns it: what the command
# writes is then theirs.
owner=$(stat -c %u /lab)
group=$(stat -c %g /lab)
become=
[ "$(id -u)" != 0 ] || [ "$owner" = 0 ] || become="setpriv --reuid $owner --regid $group --clear-groups --no-new-privs"
exec $become /opt/java/bin/java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData \
  -Deavesdrop.home=/lab -jar /app/eavesdrop.jar "$@"
