#!/usr/bin/env bash
# Runs the sample Shards in processes of their own: silos are killed, stopped, halted and join, and the bits stay those of one process. Installs, on Debian, the Redis that keeps
# their membership; closes with the totals.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

skip() {
    echo "skipped: everything ($1)"
    exit 0
}

if ! command -v redis-server >/dev/null || ! command -v curl >/dev/null; then
    command -v apt-get >/dev/null || skip "redis-server or curl is missing, and it knows the packages of Debian only"
    [ "$(id -u)" -eq 0 ] || skip "redis-server or curl is missing, and only root may install them"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends redis-server curl; } \
        || skip "redis-server and curl cannot be installed"
fi

dotnet build samples/Shards -c Release || exit 1
sample=$PWD/samples/Shards/bin/Release/net10.0/Shards.dll
catalogue=(--items 200000 --dimensions 16 --shards 9 --k 3)
folder=$(mktemp -d)
trap 'kill -KILL $(jobs -p) 2>/dev/null; rm -rf "$folder"' EXIT
passed=0
failed=0

check() { # what, and a command that says whether it is so
    local what=$1
    shift
    if "$@"; then
        echo "passed: $what"
        passed=$((passed + 1))
    else
        echo "failed: $what"
        sed 's/^/    /' "$folder/output" "$folder/errors"
        failed=$((failed + 1))
    fi
}

start() { # the sample, in the background
    : >"$folder/errors"
    dotnet "$sample" "${catalogue[@]}" "$@" >"$folder/output" 2>"$folder/errors" &
    program=$!
}

await() { # a line of the errors, for a minute
    for _ in $(seq 600); do
        grep -q "$1" "$folder/errors" && return
        kill -0 "$program" 2>/dev/null || return 1
        sleep 0.1
    done
    return 1
}

finish() {
    wait "$program" 2>/dev/null
    status=$?
}

gone() { # a process, within ten seconds; where nobody asks for its exit code, a zombie is left of it
    for _ in $(seq 100); do
        grep -qs '^State:.[^Z]' "/proc/$1/status" || return 0
        sleep 0.1
    done
    return 1
}

silo() { sed -nE "s/^Silo $1: process ([0-9]+)[.;].*/\1/p" "$folder/errors"; }
redis() { sed -nE 's/.*may --join (.*)\.$/\1/p' "$folder/errors"; }
right() { [ "$status" -eq 0 ] && cmp -s "$folder/output" "$folder/expected"; }
silent() { ! (exec 3<>"/dev/tcp/${1/://}") 2>/dev/null; }

start
finish
cp "$folder/output" "$folder/expected"
check "one process has the bits of the whole row" [ "$status" -eq 0 ]

for silos in 2 4; do
    start --silos "$silos"
    finish
    check "$silos silos print the same bits" right
done
check "no silo is left" gone "$(silo 2)"
check "no Redis is left" silent "$(redis)"

start --silos 3 --pause 3
await "Round 1 is over"
kill -KILL "$(silo 2)"
finish
check "a silo is killed between the rounds" right

start --silos 3 --pause 3
await "Round 1 is over"
kill -TERM "$(silo 3)"
finish
check "a silo is stopped between the rounds" right

start --silos 2 --pause 5
await "Round 1 is over"
dotnet "$sample" --join "$(redis)" 2>"$folder/joined" &
joined=$!
finish
check "a silo joins between the rounds" right
kill -TERM "$joined"
wait "$joined" 2>/dev/null

usual=("${catalogue[@]}")
catalogue=(--items 3000000 --dimensions 64 --shards 9 --k 3)
start --silos 3
catalogue=("${usual[@]}")
await "^Loading"
kill -KILL "$(silo 2)"
loaded=$(grep -c "^Loaded" "$folder/errors")
finish
check "a silo is killed while items are loaded" [ "$status $loaded" = "0 0" ]

start --silos 3 --pause 2
await "Round 1 is over"
slow=$(silo 2)
kill -STOP "$slow"
sleep 3
kill -CONT "$slow"
finish
check "a silo halts for a second while it is asked" right

start --silos 3 --pause 2
await "Round 1 is over"
slow=$(silo 2)
kill -STOP "$slow"
finish
check "a silo halts for ever, and is replaced" right
kill -KILL "$slow" 2>/dev/null

# A second must do for round 1, and be less than it takes to miss a silo; a busy machine may need another try.
for _ in 1 2 3; do
    start --silos 3 --pause 2 --time-limit 1
    await "Round 1 is over"
    slow=$(silo 2)
    kill -STOP "$slow"
    finish
    kill -KILL "$slow" 2>/dev/null
    named=$(grep -cE '^Round 2: shards [0-9, ]+ of 9 did not answer within the time limit of 1 s\.' "$folder/errors")
    [ "$named" = 1 ] && break
done
check "a silo halts beyond the time limit, and its shards are named" [ "$status $named" = "3 1" ]

start --silos 3 --load 20
await "^Loaded"
sleep 2
dotnet "$sample" --join "$(redis)" 2>"$folder/joined" &
joined=$!
sleep 4
kill -KILL "$(silo 2)"
sleep 8
kill -TERM "$joined"
finish
check "50 queries at once, while a silo joins, another is killed and the first is stopped: none is answered wrongly" \
    grep -qE '^[1-9][0-9]* answered, 0 with other bits' "$folder/output"
cat "$folder/output"
wait "$joined" 2>/dev/null

start --silos 2 --serve --urls http://127.0.0.1:5391
for _ in $(seq 300); do
    curl -sf http://127.0.0.1:5391/health/ready >/dev/null && break
    sleep 0.1
done
ask() { curl -s "http://127.0.0.1:5391/query?seed=1&k=3&checksum=true"; }
silos() { curl -s http://127.0.0.1:5391/metrics | sed -nE 's/^shards_silos\{.*\} ([0-9]+).*/\1/p'; }
before=$(ask)
two=$(silos)
kill -KILL "$(silo 2)"
after=$(ask)
for _ in $(seq 100); do
    [ "$(silos)" = 1 ] && break
    sleep 0.1
done
checksum=$(sed -nE 's/.*checksum of all probabilities ([0-9a-f]+)$/\1/p' "$folder/expected")
check "the service answers with the same bits before and after a silo is killed, and counts silos" \
    [ "$(sed -nE 's/.*"checksum":"([0-9a-f]+)".*/\1/p' <<<"$before") $(cmp -s <(echo "$before") <(echo "$after") && echo same) $two $(silos)" = "$checksum same 2 1" ]
kill -TERM "$program"
finish
check "the service stops when it is told to" [ "$status" -eq 0 ]

start --silos 2 --pause 60
await "Round 1 is over"
child=$(silo 2)
kill -KILL "$program"
finish
check "silos end with the program that started them, even if it is killed" gone "$child"
sleep 1
check "and Redis does" silent "$(redis)"

mkdir "$folder/path"
for tool in dotnet env; do
    ln -s "$(readlink -f "$(command -v "$tool")")" "$folder/path/$tool"
done
PATH="$folder/path" dotnet "$sample" "${catalogue[@]}" --silos 2 >"$folder/output" 2>"$folder/errors"
status=$?
check "without Redis it says what to install" \
    [ "$status $(grep -c 'there is no redis-server on the PATH: install it (Debian: apt-get install redis-server)' "$folder/errors")" = "2 1" ]

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
