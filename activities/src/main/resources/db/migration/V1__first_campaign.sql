-- Everything a first campaign needs. Every table carries tenant_id and forced row-level security; the tables without are
-- the small routing tables at the top, which hold ids only, and are listed in the catalogue test.
-- Moments come from the application's clock, never from the database's, so that a shifted clock shifts everything.

-- ---------------------------------------------------------------- routing: ids only, no row-level security

create table tenant (
  id uuid primary key
);

-- One row per carrier account; pace and lease of the pump live here.
create table carrier_account (
  id uuid primary key,
  tenant_id uuid not null references tenant,
  provider text not null,
  external_id text not null,
  calls_per_second numeric not null check (calls_per_second > 0),
  concurrency int not null check (concurrency > 0),
  next_slot_at timestamptz,
  lease_epoch bigint not null default 0,
  unique (provider, external_id)
);

create table call_route (
  call_id uuid primary key,
  tenant_id uuid not null,
  account_id uuid not null
);

-- The carrier's numbers that people may call or text. `number_hash` is SHA-256 of the E.164 number.
create table number_route (
  number_hash text primary key,
  tenant_id uuid not null,
  account_id uuid not null
);

-- ---------------------------------------------------------------- the business and its people

create table business (
  tenant_id uuid primary key references tenant,
  name text not null,
  time_zone text not null,
  hours jsonb not null default '[]',
  lunch jsonb,
  owner_number text,
  quiet_hours jsonb,
  disclosure text,
  callback_number text,
  phone_number text,
  updated_at timestamptz not null
);

create table agent (
  id uuid primary key,
  tenant_id uuid not null,
  name text not null,
  definition jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index on agent (tenant_id);

create table contact (
  id uuid primary key,
  tenant_id uuid not null,
  phone_number text not null,
  extension text,
  name text,
  email text,
  time_zone text,
  region text,
  postal_code text,
  language text,
  attributes jsonb not null default '{}',
  metadata_version text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  unique (tenant_id, phone_number)
);
create index contact_newest on contact (tenant_id, created_at desc, id desc);

create table consent (
  id uuid primary key,
  tenant_id uuid not null,
  contact_id uuid not null references contact,
  kind text not null check (kind in ('EXPRESS', 'EXPRESS_WRITTEN')),
  channel text not null check (channel in ('VOICE', 'SMS', 'ALL')),
  source text not null,
  given_at timestamptz not null,
  text_version text,
  revoked_at timestamptz
);
create index on consent (tenant_id, contact_id);

create table suppression (
  id uuid primary key,
  tenant_id uuid not null,
  phone_number text not null,
  scope text not null check (scope in ('ALL', 'VOICE', 'SMS')),
  reason text,
  source text not null,
  -- Asked by the person themselves: in a call, by text, by key. It decides between OPTED_OUT and NOT_CALLABLE.
  by_the_person boolean not null default false,
  created_at timestamptz not null,
  unique (tenant_id, phone_number, scope)
);
create index suppression_newest on suppression (tenant_id, created_at desc, id desc);

create table contact_import (
  id uuid primary key,
  tenant_id uuid not null,
  state text not null check (state in ('RUNNING', 'COMPLETED', 'FAILED')),
  file_name text,
  row_count int not null default 0,
  imported int not null default 0,
  unchanged int not null default 0,
  updated int not null default 0,
  duplicates int not null default 0,
  rejected int not null default 0,
  failure text,
  created_at timestamptz not null,
  ended_at timestamptz
);
create index on contact_import (tenant_id, created_at desc);

create table contact_import_error (
  tenant_id uuid not null,
  import_id uuid not null references contact_import,
  row_no int not null,
  field text not null,
  code text not null,
  message text not null
);
create index on contact_import_error (import_id, row_no);

-- Who was in a list, new or known: a campaign may be made of an import.
create table contact_import_contact (
  tenant_id uuid not null,
  import_id uuid not null references contact_import,
  contact_id uuid not null references contact,
  primary key (import_id, contact_id)
);

create table appointment (
  id uuid primary key,
  tenant_id uuid not null,
  contact_id uuid not null references contact,
  starts_at timestamptz not null,
  duration_minutes int not null default 60,
  service text,
  place text,
  notes text,
  status text not null check (status in ('BOOKED', 'CONFIRMED', 'RESCHEDULED', 'CANCELLED')),
  calendar_event_id text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on appointment (tenant_id, starts_at);
create index on appointment (tenant_id, contact_id, starts_at);

create table schedule (
  id uuid primary key,
  tenant_id uuid not null,
  name text not null,
  kind text not null check (kind in ('REMINDER_SWEEP', 'CAMPAIGN')),
  definition jsonb not null,
  last_run_at timestamptz,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index on schedule (tenant_id);

-- ---------------------------------------------------------------- campaigns

create table campaign (
  id uuid primary key,
  tenant_id uuid not null,
  account_id uuid not null,
  name text not null,
  purpose text not null,
  objective text,
  state text not null check (state in ('DRAFT', 'RUNNING', 'PAUSED', 'COMPLETED', 'CANCELLED')),
  agent_id uuid,
  parent_campaign_id uuid,
  schedule_id uuid,
  schedule_date date,
  max_attempts int not null check (max_attempts between 1 and 20),
  -- {"NO_ANSWER": ["PT2H", …], …}: ISO 8601 durations per disposition
  redial jsonb not null,
  -- {"days": ["MON", …], "from": "09:00", "to": "20:00"} or null
  call_window jsonb,
  start_at timestamptz,
  end_at timestamptz,
  calls_per_second numeric not null check (calls_per_second > 0),
  concurrency int not null check (concurrency > 0),
  next_slot_at timestamptz,
  budget jsonb,
  sms_fallback text,
  steps jsonb,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  unique (tenant_id, schedule_id, schedule_date)
);
create index campaign_newest on campaign (tenant_id, created_at desc, id desc);

create table journey (
  tenant_id uuid not null,
  campaign_id uuid not null references campaign,
  contact_id uuid not null references contact,
  -- WAITING: a row of the dial queue waits; ACTIVE: a call or a text is under way; DONE: see outcome
  state text not null check (state in ('WAITING', 'ACTIVE', 'DONE')),
  next_attempt_at timestamptz,
  receipt jsonb,
  primary key (campaign_id, contact_id)
);
create index on journey (tenant_id, contact_id);
create index on journey (campaign_id, state);

-- Exactly one per journey, insert-only.
create table outcome (
  tenant_id uuid not null,
  campaign_id uuid not null references campaign,
  contact_id uuid not null references contact,
  outcome text not null,
  reason text not null,
  call_id uuid,
  decided_at timestamptz not null,
  primary key (campaign_id, contact_id)
);

create table outcome_correction (
  id uuid primary key,
  tenant_id uuid not null,
  campaign_id uuid not null,
  contact_id uuid not null,
  fact text not null,
  recorded_at timestamptz not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name;
end $$;
create trigger outcome_is_final before update or delete on outcome
  for each row execute function refuse_change();

-- ---------------------------------------------------------------- dialling

-- The one path of every dial. A row leaves when its call is admitted, denied for good or cancelled.
create table dial_queue (
  call_id uuid primary key,
  tenant_id uuid not null,
  account_id uuid not null,
  campaign_id uuid references campaign,
  contact_id uuid not null references contact,
  phone_number text not null,
  purpose text not null,
  objective text,
  agent_id uuid,
  attempt_no int not null default 1,
  -- 1 promised callbacks, 2 confirmations and single calls, 3 the rest
  priority int not null default 3,
  not_before timestamptz not null,
  receipt jsonb,
  created_at timestamptz not null
);
create index dial_queue_due on dial_queue (account_id, priority, not_before);
create index on dial_queue (tenant_id, campaign_id);
create index on dial_queue (tenant_id, phone_number);

create table call (
  id uuid primary key,
  tenant_id uuid not null,
  account_id uuid not null,
  contact_id uuid references contact,
  campaign_id uuid references campaign,
  direction text not null check (direction in ('INBOUND', 'OUTBOUND')),
  purpose text not null,
  objective text,
  agent_id uuid,
  phone_number text not null,
  attempt_no int not null default 1,
  state text not null check (state in ('RESERVED', 'SUBMITTING', 'UNKNOWN', 'QUEUED', 'RINGING', 'IN_PROGRESS', 'ENDED')),
  disposition text,
  outcome text,
  outcome_reason text,
  provider_call_id text,
  answered_by text,
  receipt jsonb,
  summary jsonb,
  stream_end jsonb,
  resumes int not null default 0,
  cost numeric,
  created_at timestamptz not null,
  -- last time anything was heard of it: the sweep asks after those that went quiet
  news_at timestamptz not null,
  submitted_at timestamptz,
  -- how often the carrier's list was asked in vain for a call whose placing was unclear
  searches int not null default 0,
  placed_at timestamptz,
  ringing_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  duration_seconds int,
  -- the workflow has written its last word
  closed_at timestamptz
);
create unique index one_live_call_per_number on call (tenant_id, phone_number)
  where direction = 'OUTBOUND' and state in ('RESERVED', 'SUBMITTING', 'UNKNOWN', 'QUEUED', 'RINGING', 'IN_PROGRESS');
create unique index call_by_provider_id on call (tenant_id, provider_call_id);
create index call_newest on call (tenant_id, created_at desc, id desc);
create index on call (tenant_id, campaign_id, contact_id);
create index on call (tenant_id, contact_id, created_at desc);
create index call_live on call (account_id, state) where state <> 'ENDED';

create table call_turn (
  tenant_id uuid not null,
  call_id uuid not null references call,
  seq int not null,
  at timestamptz not null,
  who text not null check (who in ('AGENT', 'PERSON', 'TOOL')),
  body text not null,
  interrupted boolean not null default false,
  primary key (call_id, seq)
);

-- A tool call's one result: the same id again gets the same answer.
create table tool_use (
  tenant_id uuid not null,
  call_id uuid not null references call,
  tool_call_id text not null,
  name text not null,
  arguments jsonb not null,
  result jsonb,
  outcome text,
  used_at timestamptz not null,
  primary key (call_id, tool_call_id)
);

create table recording (
  id uuid primary key,
  tenant_id uuid not null,
  call_id uuid not null references call,
  provider_recording_id text not null,
  state text not null,
  object_key text,
  seconds int,
  created_at timestamptz not null,
  unique (tenant_id, provider_recording_id)
);

-- ---------------------------------------------------------------- texts, leads

create table message (
  id uuid primary key,
  tenant_id uuid not null,
  contact_id uuid references contact,
  campaign_id uuid,
  call_id uuid,
  direction text not null check (direction in ('IN', 'OUT')),
  phone_number text not null,
  body text not null,
  -- OUT: PENDING, SUBMITTING, SENT, DELIVERED, UNDELIVERED, FAILED, UNKNOWN, DENIED; IN: RECEIVED
  state text not null,
  kind text not null default 'PERSON' check (kind in ('PERSON', 'OWNER', 'OPT_OUT_CONFIRMATION')),
  -- makes sending the same thing twice impossible, e.g. journey/{campaign}/{contact}/{step}
  dedupe_key text not null,
  provider_message_id text,
  error_code text,
  at timestamptz not null,
  unique (tenant_id, dedupe_key)
);
create unique index message_by_provider_id on message (tenant_id, provider_message_id);
create index on message (tenant_id, contact_id, at);

create table lead (
  id uuid primary key,
  tenant_id uuid not null,
  contact_id uuid,
  call_id uuid,
  details jsonb not null,
  created_at timestamptz not null
);
create index on lead (tenant_id, created_at desc);

-- ---------------------------------------------------------------- plumbing

create table webhook_inbox (
  id bigint generated always as identity primary key,
  tenant_id uuid not null,
  provider text not null,
  kind text not null,
  dedupe_key text not null,
  call_id uuid,
  body jsonb not null,
  received_at timestamptz not null,
  processed_at timestamptz,
  failures int not null default 0,
  not_before timestamptz,
  unique (tenant_id, provider, dedupe_key)
);
create index webhook_inbox_due on webhook_inbox (id) where processed_at is null;

create table event (
  id bigint generated always as identity primary key,
  tenant_id uuid not null,
  -- readers take only what lies below the oldest running transaction: a lower id may commit later
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  type text not null,
  campaign_id uuid,
  call_id uuid,
  contact_id uuid,
  detail jsonb not null default '{}'
);
-- The order of reading: a transaction's id is settled when all before it are over, a row's id is not.
create index on event (tenant_id, xid, id);
create index on event (tenant_id, contact_id, xid, id);
create index on event (call_id, at);
create function announce_events() returns trigger language plpgsql as $$
begin
  perform pg_notify('carillon_event', '');
  return null;
end $$;
create trigger event_written after insert on event
  for each statement execute function announce_events();

-- A new due row wakes the pump.
create function announce_dials() returns trigger language plpgsql as $$
begin
  perform pg_notify('carillon_dial', '');
  return null;
end $$;
create trigger dial_queued after insert or update on dial_queue
  for each statement execute function announce_dials();
create function announce_inbox() returns trigger language plpgsql as $$
begin
  perform pg_notify('carillon_inbox', '');
  return null;
end $$;
create trigger webhook_received after insert on webhook_inbox
  for each statement execute function announce_inbox();

create table idempotency_key (
  tenant_id uuid not null,
  route text not null,
  key text not null,
  request_hash text not null,
  status int,
  body text,
  content_type text,
  created_at timestamptz not null,
  primary key (tenant_id, route, key)
);

create table audit (
  id bigint generated always as identity primary key,
  tenant_id uuid not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail jsonb not null default '{}'
);

-- ---------------------------------------------------------------- row-level security and grants

do $$
declare
  t text;
begin
  for t in
    select c.table_name from information_schema.columns c
    join information_schema.tables x using (table_schema, table_name)
    where c.table_schema = current_schema() and c.column_name = 'tenant_id' and x.table_type = 'BASE TABLE'
      and c.table_name not in ('carrier_account', 'call_route', 'number_route')
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    -- After a transaction the setting is '' rather than unset; nullif makes both mean: no rows.
    execute format(
      'create policy tenant_rows on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  end loop;
end $$;

grant usage on schema public to ${app_role};
grant select, insert, update, delete on all tables in schema public to ${app_role};
grant usage, select on all sequences in schema public to ${app_role};
alter default privileges in schema public grant select, insert, update, delete on tables to ${app_role};
alter default privileges in schema public grant usage, select on sequences to ${app_role};
revoke update, delete on outcome, audit from ${app_role};
revoke all on flyway_schema_history from ${app_role};

-- Lists are read into a temporary table before they are published. Where the migrating role may not grant this, PUBLIC usually has it.
do $$ begin
  execute format('grant temporary on database %I to %I', current_database(), '${app_role}');
end $$;
