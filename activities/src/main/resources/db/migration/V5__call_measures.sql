-- How calls went: when their recordings began, how fast the agent answered, what was used and what it cost.

-- By the carrier's clock, if it differs from the answer; null: with the answer.
alter table recording add column started_at timestamptz;

-- One row per answer of the agent. Reports may come twice: the moment tells them apart.
create table turn_measure (
  tenant_id uuid not null,
  call_id uuid not null references call,
  at timestamptz not null,
  engine text not null,
  -- from the end of the person's speech to the first sound of the answer on the line
  answer_ms int,
  -- from the engine's word that the person speaks to the line being told to be silent
  barge_in_ms int,
  underruns int not null default 0,
  primary key (call_id, at)
);

-- What providers counted: tokens, characters, seconds.
create table call_usage (
  tenant_id uuid not null,
  call_id uuid not null references call,
  at timestamptz not null,
  provider text not null,
  model text not null,
  unit text not null,
  quantity numeric not null check (quantity >= 0),
  -- dollars by the price table at that time; null: it has no price for this
  cost numeric,
  primary key (call_id, at, provider, model, unit)
);
create index on call_usage (tenant_id, at);

-- Live calls are held by one bridge, which says under which address it can be listened to.
alter table call add column bridge_url text;

do $$
declare
  t text;
begin
  foreach t in array array['turn_measure', 'call_usage'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy tenant_rows on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  end loop;
end $$;
