#!/usr/bin/env bash
# What bindery costs a downstream crate: crates in the tree, CPU seconds of a clean `cargo check`, and of the crate alone.
# Prints a table. CPU is user+system of cargo and its children; medians of three, variants interleaved.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rounds=${ROUNDS:-3}
export CARGO_INCREMENTAL=0

crate() { # name, dependencies, main.rs
  mkdir -p "$work/$1/src"
  printf '[package]\nname = "%s"\nversion = "0.0.0"\nedition = "2024"\n[dependencies]\n%s\n[workspace]\n' "$1" "$2" >"$work/$1/Cargo.toml"
  printf '%s\n' "$3" >"$work/$1/src/main.rs"
  cp "$root/Cargo.lock" "$work/$1/Cargo.lock"
}

cpu() { # folder, command...: CPU seconds
  local folder=$1
  shift
  (cd "$folder" && bash -c 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1' _ "$@") 2>&1 | awk '{ printf "%.2f", $1 + $2 }'
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

crates() { (cd "$1" && cargo tree --quiet --edges normal,build --prefix none 2>/dev/null | sed 's/ (.*//' | sort -u | wc -l); }

spec="$root/spec/tencent-im.json"
use="mod im { bindery::bindings! { spec = \"$spec\" } } fn main() { let _ = im::Client::builder; }"
crate empty '' 'fn main() {}'
crate reqwest-only 'reqwest = { version = "0.13", default-features = false, features = ["rustls-no-provider"] }' 'fn main() {}'
crate unused "bindery = { path = \"$root/runtime\" }" 'fn main() {}'
crate all "bindery = { path = \"$root/runtime\" }" "$use"
crate over-reqwest "bindery = { path = \"$root/runtime\", default-features = false, features = [\"macros\", \"usersig\", \"reqwest\"] }" "$use"
crate types "bindery = { path = \"$root/runtime\", default-features = false, features = [\"macros\", \"usersig\"] }" "$use"

for name in empty reqwest-only unused all over-reqwest types; do
  (cd "$work/$name" && cargo fetch --quiet)
done

for ((round = 1; round <= rounds; round++)); do
  for name in reqwest-only all over-reqwest types; do
    rm -rf "$work/$name/target"
    cpu "$work/$name" cargo check --offline --quiet >>"$work/$name.clean"
    echo >>"$work/$name.clean"
  done
  for name in empty unused all over-reqwest types; do
    [ -d "$work/$name/target" ] || (cd "$work/$name" && cargo check --offline --quiet)
    touch "$work/$name/src/main.rs"
    cpu "$work/$name" cargo check --offline --quiet >>"$work/$name.alone"
    echo >>"$work/$name.alone"
  done
done

# The quickstart in its workspace: library and program, all dependencies built.
(cd "$root" && cargo check --quiet --package quickstart)
for ((round = 1; round <= rounds; round++)); do
  touch "$root/examples/quickstart/src/lib.rs" "$root/examples/quickstart/src/main.rs"
  cpu "$root" cargo check --offline --quiet --package quickstart >>"$work/quickstart.alone"
  echo >>"$work/quickstart.alone"
done

printf '%-34s %8s %18s %18s\n' crate crates 'clean check, CPU s' 'alone, CPU s'
row() {
  local clean='-' alone='-'
  [ -f "$work/$2.clean" ] && clean=$(median <"$work/$2.clean")
  [ -f "$work/$2.alone" ] && alone=$(median <"$work/$2.alone")
  printf '%-34s %8s %18s %18s\n' "$1" "$(crates "$work/$2")" "$clean" "$alone"
}
row 'empty' empty
row 'reqwest alone, unused' reqwest-only
row 'bindery, unused' unused
row 'macro + client + TLS, whole spec' all
row 'the same over reqwest' over-reqwest
row 'macro + types, no transport' types
printf '%-34s %8s %18s %18s\n' 'quickstart' - - "$(median <"$work/quickstart.alone")"
