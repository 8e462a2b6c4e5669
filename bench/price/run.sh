#!/usr/bin/env bash
# What each item of generated code costs `cargo check`: CPU time and peak memory of rustc, an item at a time.
#
#   bench/price/run.sh [ITEM ...]
#
# Each item is written 2,000 times into a crate of its own; the price is what it adds to the same crate without it. ITEM chooses those
# whose name holds the text. ROUNDS (3) may be set; the least of them counts. Memory is good to a kilobyte, time on a quiet machine only.
# Needs cargo and python3.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
CARGO_TARGET_DIR=$work/target cargo check --quiet --locked --manifest-path "$root/Cargo.toml" --package bindery --no-default-features
python3 "$here/price.py" --deps "$work/target/debug/deps" --work "$work" --rounds "${ROUNDS:-3}" "$@"
