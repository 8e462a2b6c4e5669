#!/usr/bin/env bash
# CPU time of encoding and decoding the flagship's largest request and reply, beside hand-written serde types, and messages
# encoded a second beside tencent_im_rs 1.0.4. Interleaved on one pinned core; medians.
#
#   bench/wire/run.sh
#
# Needs cargo, taskset, and OpenSSL's headers for tencent_im_rs. CORE chooses the core (0).
set -euo pipefail
cd "$(dirname "$0")"
cargo build --quiet --release --locked
target=$(cargo metadata --format-version 1 --no-deps --offline | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
taskset -c "${CORE:-0}" "$target/release/bench-wire"
