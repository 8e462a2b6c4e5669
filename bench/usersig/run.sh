#!/bin/sh
# Signatures per second, this crate beside npm tls-sig-api-v2 1.0.2, one after the other on one core.
# Needs cargo, node, npm and taskset. CORE chooses the core (0).
set -eu

core=${CORE:-0}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

npm install --silent --no-audit --no-fund --prefix "$work" tls-sig-api-v2@1.0.2 >"$work/npm.log" 2>&1 || {
    cat "$work/npm.log" >&2
    exit 1
}
cp "$here/npm.js" "$work/"

cd "$here/../.."
# Built first and apart, so that only the run itself is pinned.
set -- -q -p bindery --no-default-features --features usersig --bench usersig
cargo bench "$@" --no-run
taskset -c "$core" cargo bench "$@" >"$work/rust.txt"
taskset -c "$core" node "$work/npm.js" >"$work/node.txt"

echo "bindery"
cat "$work/rust.txt"
echo "npm tls-sig-api-v2 1.0.2"
cat "$work/node.txt"
awk '$1 == "signed" { rate[++n] = $2 } END { printf "ratio %.1f\n", rate[1] / rate[2] }' \
    "$work/rust.txt" "$work/node.txt"
