-- The agent that answers calls and texts; without one a plain dispatcher does.
alter table business add column agent_id uuid references agent;

-- Tools are used in conversations by text, too: for one message.
alter table tool_use drop constraint tool_use_pkey;
alter table tool_use alter column call_id drop not null;
alter table tool_use add column message_id uuid references message;
alter table tool_use add constraint tool_use_is_of_one check (num_nonnulls(call_id, message_id) = 1);
create unique index tool_use_in_call on tool_use (call_id, tool_call_id) where call_id is not null;
create unique index tool_use_for_text on tool_use (message_id, tool_call_id) where message_id is not null;

-- How long an appointment takes, and what is kept free around it.
alter table business add column appointment_minutes int not null default 60 check (appointment_minutes between 5 and 720);
alter table business add column appointment_buffer_minutes int not null default 0
  check (appointment_buffer_minutes between 0 and 240);

create table vehicle (
  id uuid primary key,
  tenant_id uuid not null,
  contact_id uuid not null references contact,
  vin text,
  make text,
  model text,
  model_year int,
  plate text,
  created_at timestamptz not null,
  unique (tenant_id, contact_id, vin)
);
create index on vehicle (tenant_id, contact_id);

-- `revision` counts changes that the calendar must follow; `calendar_revision` is the last one it has.
alter table appointment add column revision int not null default 1;
alter table appointment add column calendar_revision int not null default 0;
alter table appointment add column calendar_link text;
alter table appointment add column vehicle_id uuid references vehicle;
alter table appointment add column attendee_email text;
-- Where it was agreed, such as call/{id}; null: typed in.
alter table appointment add column origin text;

-- What the calendar holds, as it was last seen: the business's own appointments and everybody else's.
create table calendar_view (
  tenant_id uuid primary key,
  busy jsonb not null,
  fetched_at timestamptz not null
);

alter table lead add column message_id uuid references message;
alter table lead add column delivered jsonb not null default '{}';

do $$
declare
  t text;
begin
  foreach t in array array['vehicle', 'calendar_view'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy tenant_rows on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  end loop;
end $$;
