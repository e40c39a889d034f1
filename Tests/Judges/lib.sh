# Read by the judges written in bash: a scratch folder, a server on a free port, how to end.
#   . "$(dirname "$0")/lib.sh"
# HAMYAR is the executable, WORK an empty folder, DEPTH quick or full.
set -uo pipefail
judge=$(basename "$0")
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
DEPTH=quick
for word in "$@"; do case "$word" in --quick) DEPTH=quick ;; --full) DEPTH=full ;; esac; done
HAMYAR=${HAMYAR:-$root/.build/release/hamyar}
HAMYAR_SHARED=${HAMYAR_SHARED:-$root/../shared}
own_work=
if [ -z "${WORK:-}" ]; then
  WORK=$(mktemp -d "${TMPDIR:-/tmp}/hamyar-$judge.XXXXXX")
  own_work=yes
fi
SERVER_PID=

finish() {
  local code=$?
  trap - EXIT INT TERM
  stop_server
  local children
  children=$(jobs -p)
  [ -z "$children" ] || kill -9 $children 2>/dev/null
  [ -z "$own_work" ] || rm -rf "$WORK"
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

skip() { echo "SKIP $judge: $*"; exit 77; }
pass() { echo "PASS $judge: $*"; exit 0; }
fail() { echo "FAIL $judge: $*"; exit 1; }

# need TOOL… : the judge cannot be heard without them.
need() { for tool in "$@"; do command -v "$tool" >/dev/null || skip "$tool is not installed"; done; }

[ -x "$HAMYAR" ] || fail "there is no executable $HAMYAR"

# quick_or_full A B : A for --quick, B for --full.
quick_or_full() { if [ "$DEPTH" = full ]; then echo "$2"; else echo "$1"; fi; }

# own_secret DIR USER SECRET : changes a secret that somebody else made; prints the new one.
own_secret() {
  printf '%s' "$3" >"$WORK/given"
  "$HAMYAR" console --store "$1" --as "$2" --password-file "$WORK/given" -c "accounts set-password old=$3 new=own-$3" >>"$WORK/init.log" 2>&1 ||
    fail "$2 cannot change the secret: $(tail -3 "$WORK/init.log")"
  printf '%s' "own-$3"
}

# fresh_store DIR : makes a store; ADMIN_SECRET is the secret that `admin` chose.
fresh_store() {
  ADMIN_SECRET=$("$HAMYAR" init --store "$1" --config "$root/Config" 2>>"$WORK/init.log" | sed -n 's/^one-time secret: //p')
  [ -n "$ADMIN_SECRET" ] || fail "init made no store: $(tail -3 "$WORK/init.log")"
  ADMIN_SECRET=$(own_secret "$1" admin "$ADMIN_SECRET") || exit
}

# demo_store DIR : a copy of the demo life, its secrets in DIR/demo-accounts.txt.
demo_store() {
  local life=${HAMYAR_DEMO:-$WORK/demo-life}
  [ -e "$life/hamyar.db" ] || "$HAMYAR" demo --store "$life" --config "$root/Config" >"$WORK/demo.log" 2>&1 || fail "demo: $(tail -3 "$WORK/demo.log")"
  cp -a "$life" "$1"
}

# secret_of USER DIR : the secret of a demo account.
secret_of() { awk -v user="$1" '$1 == user { print $2 }' "$2/demo-accounts.txt"; }

# serve DIR [FLAG…] : starts the server on a free port of 127.0.0.1; sets SERVER_PID, PORT and BASE.
# LAUNCH may hold a wrapper, such as (strace -f -o trace).
serve() {
  local dir=$1 log=$WORK/serve.log
  shift
  : >"$log"
  ${LAUNCH[@]+"${LAUNCH[@]}"} "$HAMYAR" serve --store "$dir" --listen 127.0.0.1:0 --no-nightly "$@" >>"$log" 2>&1 &
  SERVER_PID=$!
  PORT=
  for _ in $(seq 200); do
    PORT=$(sed -n 's|^Listening on http://[^ ]*:\([0-9]*\).*|\1|p' "$log" | head -1)
    [ -z "$PORT" ] || break
    kill -0 "$SERVER_PID" 2>/dev/null || break
    sleep 0.05
  done
  [ -n "$PORT" ] || fail "the server did not start: $(tail -3 "$log")"
  # A wrapper that is killed lets go of what it started.
  if [ -n "${LAUNCH[*]-}" ]; then SERVER_PID=$(pgrep -P "$SERVER_PID" | head -1); fi
  BASE=http://127.0.0.1:$PORT
}

stop_server() {
  [ -n "$SERVER_PID" ] || return 0
  kill "$SERVER_PID" 2>/dev/null
  for _ in $(seq 120); do
    kill -0 "$SERVER_PID" 2>/dev/null || break
    sleep 0.1
  done
  kill -9 "$SERVER_PID" 2>/dev/null
  wait "$SERVER_PID" 2>/dev/null
  SERVER_PID=
}

# sign_in USER SECRET : sets TOKEN.
sign_in() {
  TOKEN=$(curl -s -m 10 -H 'Content-Type: application/json' -d "{\"user\":\"$1\",\"password\":\"$2\"}" "$BASE/api/v1/session" |
    sed -n 's/.*"token":"\([^"]*\)".*/\1/p')
  [ -n "$TOKEN" ] || fail "$1 cannot sign in"
}

# rss_mib PID, descriptors PID : what a process holds.
rss_mib() { awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$1/status"; }
descriptors() { ls "/proc/$1/fd" | wc -l; }
