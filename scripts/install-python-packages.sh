#!/usr/bin/env bash
# install-python-packages.sh <folder> <list>: a throw-away Python environment in <folder> with the exact
# versions that <list> names, from the Python registry. Used for the clients and the servers that we are
# tested and measured against; a node needs no Python. An environment that is complete is left alone. Where
# Python cannot make environments, Debian's python3-venv is installed first, if we are root.
set -euo pipefail

folder=$1
list=$2
mark="$folder/installed.txt"

if [ -f "$mark" ] && cmp -s "$mark" "$list"; then
  echo "$folder is complete."
  exit 0
fi

if ! python3 -c 'import venv, ensurepip' 2>/dev/null; then
  echo "python3-venv is missing: environments are made with it."
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "Ask the administrator for: apt-get install python3 python3-venv" >&2
    exit 1
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -qq -y --no-install-recommends python3 python3-venv
fi

echo "Making $folder from $list"
rm -rf "$folder"
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$list"
cp "$list" "$mark"
