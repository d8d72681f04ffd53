-- Every version an agent has had: what it was told in an old call stays readable.
create table agent_version (
  tenant_id uuid not null,
  agent_id uuid not null references agent,
  version int not null,
  definition jsonb not null,
  created_at timestamptz not null,
  primary key (agent_id, version)
);
alter table agent_version enable row level security;
alter table agent_version force row level security;
create policy tenant_rows on agent_version
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
