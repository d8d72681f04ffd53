#!/bin/sh
# Makes or updates the schemas of Temporal's two databases; repeating it is harmless.
set -eu
for database in temporal temporal_visibility; do
  case $database in temporal) schema=temporal ;; *) schema=visibility ;; esac
  base="temporal-sql-tool --plugin postgres12 --ep $POSTGRES_SEEDS -p 5432 -u $POSTGRES_USER --db $database"
  $base create || true
  $base setup-schema -v 0.0 || true
  $base update-schema -d "/etc/temporal/schema/postgresql/v12/$schema/versioned"
done
