#!/bin/sh
# Plants a Bulbil relay on a new server, and keeps it running. Harmless to run again: what is
# installed stays as it is, and a second copy leaves at once.
# shellcheck disable=SC2016 # The quoted words below are filled in and may hold any character.
set -eu
umask 077 # The settings hold the credit token.

export HOME="${HOME:-/root}" # Not every first boot knows its home.
root="$HOME/bulbil"
pause=@PAUSE@     # seconds between the end of the agent and its next start
log_lines=5000    # of agent.log, before it becomes agent.log.1
line_bytes=2000   # kept of one line, so that both logs stay below 20 MB
agent=''

install_settings() {
  if [ ! -s settings.toml ]; then
    printf '%s\n' @SETTINGS@ >settings.new
    mv settings.new settings.toml
  fi
}

start_agent() {
  exec >&3 2>&1 3>&- 9>&- </dev/null
  exec @START@
}

# The agent guards its own folder; this only spares it a crowd of keepers.
leave_if_kept_already() {
  exec 9>keeper.lock
  if command -v flock >/dev/null && ! flock -n 9; then
    echo "bulbil: already running in $root"
    exit 0
  fi
}

# Writes standard input to agent.log. A full disk costs lines of the log, not the relay.
keep_log() {
  exec 9>&- # Whoever still writes to the log must not keep the lock as well.
  lines="$log_lines"
  while IFS= read -r line || [ -n "$line" ]; do
    if [ "$lines" -ge "$log_lines" ]; then
      mv -f agent.log agent.log.1 2>/dev/null || :
      lines=0
    fi
    printf "%.${line_bytes}s\n" "$line" >>agent.log || :
    lines=$((lines + 1))
  done
}

open_log() {
  rm -f log.pipe
  mkfifo log.pipe
  keep_log <log.pipe &
  exec 3>log.pipe
}

# shellcheck disable=SC2317,SC2329 # Called by the trap.
stop() {
  trap '' TERM INT HUP
  if [ -n "$agent" ]; then
    kill "$agent" 2>/dev/null || :
    wait "$agent" || :
  fi
  exit 0
}

keep_running() {
  trap stop TERM INT HUP
  while :; do
    start_agent &
    agent=$!
    code=0
    wait "$agent" || code=$?
    agent=''
    echo "bulbil: the agent ended with code $code; next start in $pause s" >&3
    sleep "$pause" 3>&- 9>&- &
    wait $! || :
  done
}

mkdir -p "$root"
cd "$root"
leave_if_kept_already
install_settings
open_log
keep_running
