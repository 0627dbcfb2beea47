#!/usr/bin/env bash
# Installs the Debian packages that the tests use and npm cannot bring. What is there is left alone.
#   browser tests   the libraries of the Chromium that npm brings; on other processors, Debian's Chromium
#   --postgresql    also Debian's PostgreSQL 15, to run the tests on a second version of the database
# Nothing else of the machine is changed. Not root? It says what to ask for, and the tests that can run, run.
set -euo pipefail

wanted=()
want() { # package, why
  echo "$1 is missing: $2."
  wanted+=("$1")
}

has_library() { ldconfig -p 2>/dev/null | grep -q "$1" || /sbin/ldconfig -p 2>/dev/null | grep -q "$1"; }

if command -v chromium >/dev/null; then
  echo "Chromium is installed."
elif [ "$(uname -m)" != x86_64 ]; then
  want chromium "the browser tests need it; npm brings one for x86_64 only"
else
  has_library libnss3.so || want libnss3 "the Chromium that npm brings is linked with it"
  has_library libnspr4.so || want libnspr4 "the Chromium that npm brings is linked with it"
  has_library libexpat.so.1 || want libexpat1 "the Chromium that npm brings is linked with it"
  [ ${#wanted[@]} -gt 0 ] || echo "The libraries of the browser are installed."
fi

if has_library libsodium.so.23; then
  echo "libsodium is installed."
else
  want libsodium23 "matching is twice as fast with it; WebAssembly stands in"
fi

if [ "${1:-}" = --postgresql ] && [ ! -x /usr/lib/postgresql/15/bin/postgres ]; then
  want postgresql-15 "asked for by --postgresql"
fi

if [ ${#wanted[@]} -eq 0 ]; then
  echo "Nothing to install."
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
  else
    echo "Not root: ask the administrator for: apt-get install ${wanted[*]}"
    exit 0
  fi
fi
if ! command -v apt-get >/dev/null; then
  echo "Not a Debian machine: install what corresponds to: ${wanted[*]}"
  exit 0
fi

export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -qq -y --no-install-recommends "${wanted[@]}"
echo "Installed: ${wanted[*]}"
