#!/bin/sh
# Plants a Bulbil relay on a new server, and keeps it running. Root runs it at the first boot, or at
# any time again: what is there already stays as it is.
# shellcheck disable=SC2016,SC2043 # What is filled in below may hold any character, or be one word.
set -eu
umask 077 # The settings hold the credit token.

sha256=@SHA256@ # of the bundle
bytes=@BYTES@       # of the bundle: the program with its runtime
or_port=@OR_PORT@
status_port=@STATUS_PORT@
login=@LOGIN@     # nobody; or key_holder, who keeps sshd and port 22
packages=@PACKAGES@       # that the work needs besides tor

rounds=100        # through all sources, before it gives up: some eight hours
pause_max=300     # seconds between two rounds
fetch_max=3600    # seconds for one download: 10 kB/s
pause=1           # seconds between the end of an agent and its next start
log_lines=5000    # of agent.log, before it becomes agent.log.1
line_bytes=2000   # kept of one line, so that both logs stay below 20 MB
agent=''
liars=' '         # numbers of the sources that handed out something else

export HOME="${HOME:-/root}" # Not every first boot knows its home.
export DEBIAN_FRONTEND=noninteractive

say() { echo "bulbil: $*"; }

# A rented machine that is ours. In a sandbox, whose image names a folder for bundles, in a container,
# or without root, the agent is kept running in the foreground, and nothing else is touched.
is_whole_machine() {
  [ -z "${BULBIL_BUNDLES:-}" ] && [ -d /run/systemd/system ] && [ "$(id -u)" = 0 ]
}

# --- the program

download() { # url, file: goes on where an earlier try was cut off
  ulimit -f $((bytes / 512 + 2)) # A source that never ends must not fill the disk.
  if command -v curl >/dev/null; then
    exec curl -fsSL --proto '=http,https' --max-redirs 3 --connect-timeout 20 --max-time "$fetch_max" \
      --speed-limit 2000 --speed-time 60 -C - -o "$2" "$1"
  else
    exec timeout "$fetch_max" wget -nv -c -t 1 -T 60 --max-redirect=3 -O "$2" "$1"
  fi
}

size_of() { if [ -e "$1" ]; then wc -c <"$1"; else echo 0; fi; }

is_bundle() { [ "$(sha256sum <"$1" | cut -d' ' -f1)" = "$sha256" ]; }

# True if the file is the bundle now. What was cut off stays, for the next try at the same source.
fetch() { # url, file, number of the source
  code=0
  [ "$(size_of "$2")" -eq "$bytes" ] || (download "$1" "$2") || code=$?
  size=$(size_of "$2")
  if [ "$size" -lt "$bytes" ] && [ "$code" -ne 0 ]; then
    say "$1: error $code after $size of $bytes bytes"
    [ "$code" -ne 33 ] || rm -f "$2" # of curl: the source cannot go on in the middle
    return 1
  fi
  is_bundle "$2" && return 0
  say "$1 hands out something else; it is not asked again"
  liars="$liars$3 "
  rm -f "$2"
  return 1
}

lock() { ! command -v flock >/dev/null || flock "$@"; }

# Unpacked once for all servers that share the folder, whole or not at all.
unpack() ( # file
  exec 8>"$bundles/lock"
  lock 8 || return 1
  if [ ! -d "$bundles/$sha256" ]; then
    rm -rf "$bundles/new"
    mkdir -m 755 "$bundles/new" || return 1
    if tar -xzpf "$1" --no-same-owner -C "$bundles/new" && sync; then
      mv "$bundles/new" "$bundles/$sha256" || return 1
    else
      rm -rf "$bundles/new"
      return 1
    fi
  fi
  if [ -e "$bundles/$sha256.tar.gz" ]; then
    rm -f "$1"
  else
    chmod 644 "$1" && mv "$1" "$bundles/$sha256.tar.gz"
  fi
)

# Parents and mirrors may be away for a while, and a disk may be full for a while.
obtain_bundle() {
  mkdir -p "$bundles"
  chmod 755 "$bundles"
  if [ -d "$bundles/$sha256" ] && [ "$(cat bundle.sha256 2>/dev/null)" = "$sha256" ]; then
    return 0
  fi
  round=1
  wait=2
  while :; do
    number=0
    for url in @SOURCES@; do
      number=$((number + 1))
      case "$liars" in *" $number "*) continue ;; esac
      if fetch "$url" "part.$number" "$number" && unpack "part.$number"; then
        say "the bundle came from $url"
        rm -f part.*
        ln -sf "$bundles/$sha256.tar.gz" bundle.tar.gz # which the agent hands on to its children
        echo "$sha256" >bundle.sha256
        return 0
      fi
    done
    if [ "$round" -ge "$rounds" ]; then
      say "there is no bundle $sha256 to be had; run me again when there is"
      return 1
    fi
    sleep "$wait"
    round=$((round + 1))
    wait=$((wait * 2 < pause_max ? wait * 2 : pause_max))
  done
}

install_settings() {
  if [ ! -s settings.toml ]; then
    printf '%s\n' @SETTINGS@ >settings.new
    mv settings.new settings.toml
  fi
}

# --- a whole machine

apt() { apt-get -q -y -o DPkg::Lock::Timeout=900 "$@"; }

install_packages() {
  # The packaged services would begin with the packaged files; the agent starts what it needs.
  systemctl mask --now tor.service tor@default.service nginx.service 2>/dev/null || :
  apt update || { sleep 30; apt update; }
  apt install --no-install-recommends ca-certificates curl nftables unattended-upgrades
  candidate=$(apt-cache policy tor | sed -n 's/^ *Candidate: //p')
  dpkg --compare-versions "$candidate" ge 0.4.9 || add_tor_project
  # shellcheck disable=SC2086 # Several words, or none.
  apt install --no-install-recommends tor $packages
}

# tor of the Tor Project, where the distribution's does not know families yet.
add_tor_project() {
  key=A3C4F0F979CAA22CDBA8F512EE8CBC9E886DDD89
  site=https://deb.torproject.org/torproject.org
  ring=/etc/apt/keyrings/tor-project.asc
  apt install --no-install-recommends gpg
  (umask 022 && mkdir -p "${ring%/*}" && curl -fsS --proto =https --max-time 60 --max-filesize 1000000 -o "$ring" "$site/$key.asc")
  found=$(gpg --show-keys --with-colons "$ring" | awk -F: '$1 == "pub" { p = 1 } $1 == "fpr" && p { print $10; p = 0 }')
  if [ "$found" != "$key" ]; then
    rm -f "$ring"
    say "the Tor Project's key has another fingerprint: $found"
    exit 1
  fi
  # shellcheck disable=SC1091 # It is the server's.
  codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  (umask 022 && echo "deb [signed-by=$ring] $site $codename main" >/etc/apt/sources.list.d/tor-project.list)
  apt update
}

create_user() {
  id bulbil-agent >/dev/null 2>&1 || useradd --system --user-group --home-dir "$home" \
    --no-create-home --shell /usr/sbin/nologin bulbil-agent
  chown -R bulbil-agent:bulbil-agent "$home"
}

# Reboots for a new kernel come at an hour of its own, so that a family's do not come together.
upgrade_unattended() {
  hour=$(($(cksum <settings.toml | cut -d' ' -f1) % 24))
  install -m 644 "$bundle/system/apt.conf" /etc/apt/apt.conf.d/90bulbil
  printf 'Unattended-Upgrade::Automatic-Reboot-Time "%02d:30";\n' "$hour" >>/etc/apt/apt.conf.d/90bulbil
  systemctl enable -q --now apt-daily.timer apt-daily-upgrade.timer
}

write_firewall() {
  ssh=''
  [ "$login" = nobody ] || ssh=', 22'
  cat <<END
flush ruleset
table inet bulbil {
  chain input {
    type filter hook input priority filter; policy drop;
    iif lo accept
    ct state established,related accept
    meta l4proto { icmp, ipv6-icmp } limit rate 100/second accept
    udp sport 67 udp dport 68 accept
    udp sport 547 udp dport 546 accept
    tcp dport { $or_port, $status_port$ssh } accept
  }
  chain forward {
    type filter hook forward priority filter; policy drop;
  }
}
END
}

close_doors() {
  write_firewall >/etc/nftables.conf
  systemctl enable -q nftables.service
  nft -f /etc/nftables.conf
  [ "$login" = nobody ] || return 0
  for unit in ssh.service sshd.service ssh.socket; do
    systemctl disable --now "$unit" 2>/dev/null || :
    systemctl mask -q "$unit" || :
  done
  rm -f /root/.ssh/authorized_keys /home/*/.ssh/authorized_keys
  passwd -q -l root
}

tune() {
  install -m 644 "$bundle/system/sysctl.conf" /etc/sysctl.d/90-bulbil.conf
  sysctl -q --system || : # Not every kernel has every knob.
}

start_service() {
  ln -sfn "$bundle" "$bundles/current"
  install -m 644 "$bundle/system/bulbil-agent.service" /etc/systemd/system/bulbil-agent.service
  systemctl daemon-reload
  systemctl enable -q bulbil-agent.service
  systemctl start bulbil-agent.service
  say "the agent runs; see: journalctl -u bulbil-agent"
}

settle() {
  install_packages
  obtain_bundle
  bundle="$bundles/$sha256"
  create_user
  upgrade_unattended
  tune
  close_doors
  start_service
}

# --- in the foreground

start_agent() {
  exec >&3 2>&1 3>&- 9>&- </dev/null
  exec "$bundles/$sha256/bin/bulbil-agent" settings.toml
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

# ---

home="$HOME/bulbil"
bundles="${BULBIL_BUNDLES:-$HOME/bundles}"
if is_whole_machine; then
  home=/var/lib/bulbil
  bundles=/opt/bulbil
fi
mkdir -p "$home"
cd "$home"
exec 9>keeper.lock
# The agent guards its own folder; this only spares it a crowd of keepers.
lock -n 9 || { say "already at work in $home"; exit 0; }
install_settings
if is_whole_machine; then
  settle
else
  obtain_bundle
  open_log
  keep_running
fi
