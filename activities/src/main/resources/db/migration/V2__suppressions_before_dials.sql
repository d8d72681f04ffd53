-- A number that is suppressed when the request is answered must not be dialled a millisecond later by somebody who had
-- looked just before. Whoever passes the fence holds the tenant's gate shared until it has written SUBMITTING; whoever
-- suppresses holds it alone until it has committed. So each sees the other.

create function dial_gate() returns bigint language sql stable as
  $$ select hashtextextended(current_setting('app.tenant_id'), 20) $$;

create function close_dial_gate() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(dial_gate());
  return null;
end $$;
create trigger suppression_closes_gate before insert on suppression
  for each statement execute function close_dial_gate();

-- The pump looks for each campaign's due rows by priority.
drop index dial_queue_due;
create index dial_queue_of_campaign on dial_queue (campaign_id, priority, not_before) where campaign_id is not null;
create index dial_queue_single on dial_queue (account_id, priority, not_before) where campaign_id is null;

-- The sweep looks for live calls by when anything was last heard of them.
drop index call_live;
create index call_live on call (account_id, news_at) where state <> 'ENDED';
