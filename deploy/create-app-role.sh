#!/bin/sh
# Postgres runs this once, on an empty data directory. `pnpm db:migrate` grants the role what the app needs.
set -eu
psql --set ON_ERROR_STOP=1 --username postgres --dbname gatehouse \
  --set password="$(cat /run/secrets/database_app_password)" <<'SQL'
CREATE ROLE gatehouse LOGIN PASSWORD :'password';
SQL
