#!/bin/sh
# Checks the JSON files of the repository with tools that are not ours. Needs python3 and PyPI.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
env=$(mktemp -d)
trap 'rm -rf "$env"' EXIT
python3 -m venv "$env"
"$env/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
"$env/bin/python" "$here/check.py" "$@"
