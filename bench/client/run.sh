#!/usr/bin/env bash
# CPU time a call of the flagship's client takes on loopback, beside bare reqwest with hand-written JSON.
#
#   bench/client/run.sh
#
# The server is a process of its own; the client's process counts its own CPU time. Both are kept on one core, CORE or 0: where the
# kernel puts them on two, waking the other one costs more than the call. Needs cargo and taskset.
set -euo pipefail
cd "$(dirname "$0")"
cargo build --quiet --release --locked
target=$(cargo metadata --format-version 1 --no-deps --offline | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
core=${CORE:-0}
exec 3< <(exec taskset -c "$core" "$target/release/server")
server=$!
trap 'kill "$server"' EXIT
read -r address <&3
taskset -c "$core" "$target/release/bench-client" "http://$address"
