-- What happened, in the order in which it was committed: history, feeds, caches and the outbox read it.

create table events (
  id uuid primary key,
  position bigint unique,
  name text not null,
  sheet_id uuid references sheets on delete set null,
  actor text not null,
  on_behalf_of uuid references sheets,
  at timestamptz not null default now(),
  changes jsonb not null default '{}',
  dispatched_at timestamptz
);
create index events_sheet on events (sheet_id, position desc) where sheet_id is not null;
-- the outbox: what is still to be told
create index events_outbox on events (position) where dispatched_at is null;

create sequence events_position;

-- Numbered at commit, one transaction after the other: whoever has read up to n will never see an n-1 appear.
create function number_event() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('events'));
  update events set position = nextval('events_position') where id = new.id;
  perform pg_notify('events', new.id::text);
  return null;
end $$;
create constraint trigger events_numbered after insert on events
  deferrable initially deferred for each row execute function number_event();
