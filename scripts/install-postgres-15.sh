#!/bin/sh
# Runs a command with a throw-away PostgreSQL 15 (Debian's), the oldest version that a node may be given:
#
#   scripts/install-postgres-15.sh npx vitest run
#
# Installs the package first where it is missing (as root; Debian 12). The command finds the superuser's URL
# in TANSIQ_TEST_POSTGRES_15; the server and its data are gone when the command ends.
set -eu
if ! [ -x /usr/lib/postgresql/15/bin/postgres ]; then
  echo "installing postgresql-15 with apt-get" >&2
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql-15 >&2
fi
[ $# -gt 0 ] || exit 0
exec pg_virtualenv -v 15 sh -c '
  TANSIQ_TEST_POSTGRES_15="postgresql://$PGUSER:$PGPASSWORD@127.0.0.1:$PGPORT/postgres"
  unset PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE PGSYSCONFDIR
  export TANSIQ_TEST_POSTGRES_15
  exec "$@"' command "$@"
