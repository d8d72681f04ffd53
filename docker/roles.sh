#!/usr/bin/env bash
# Runs once, when PostgreSQL makes its data folder: the owner that migrates, the plain role that runs.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v owner="$DATABASE_MIGRATION_PASSWORD" -v app="$DATABASE_PASSWORD" --username "$POSTGRES_USER" <<'SQL'
CREATE ROLE carillon_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'owner';
CREATE ROLE carillon_app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'app';
CREATE DATABASE carillon OWNER carillon_owner;
REVOKE ALL ON DATABASE carillon FROM PUBLIC;
GRANT CONNECT ON DATABASE carillon TO carillon_app;
SQL
