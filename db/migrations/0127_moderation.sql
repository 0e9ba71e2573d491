-- What people publish and who looked at it: held until approved for a new account, reported by anybody, decided with reasons, appealed to somebody else.

-- Until then this person reads and writes nothing; null: nothing holds them back.
alter table accounts add column suspended_until date;

create table publications (
  id uuid primary key,
  -- a new sheet, held; or a correction, shown at once and looked at afterwards
  what text not null check (what in ('sheet', 'correction')),
  sheet_id uuid not null references sheets on delete cascade,
  account_id uuid references accounts on delete set null,
  -- the function, never the name
  author text not null,
  -- which visibility the sheet gets once approved
  wanted text,
  state text not null default 'pending' check (state in ('pending', 'approved', 'refused')),
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by text,
  decider_id uuid references accounts on delete set null,
  check ((state = 'pending') = (decided_at is null))
);
-- one line a sheet waits, however often it is corrected meanwhile
create unique index publications_pending on publications (sheet_id, what) where state = 'pending';
create index publications_account on publications (account_id) where account_id is not null;

-- Anybody's notice about something published.
create table reports (
  id uuid primary key,
  sheet_id uuid not null references sheets on delete cascade,
  reason text not null,
  -- erased after twenty-four months
  text text,
  lang text not null check (lang in ('fr', 'en', 'es')),
  wants_reply boolean not null,
  -- erased ninety days after the decision, after twelve months at most
  mail text,
  state text not null default 'pending' check (state in ('pending', 'founded', 'unfounded')),
  received_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by text,
  decider_id uuid references accounts on delete set null,
  check (wants_reply or mail is null),
  check ((state = 'pending') = (decided_at is null))
);
create index reports_sheet on reports (sheet_id);

-- What was decided against a publication or an account, with its reasons: what the author is told.
create table measures (
  id uuid primary key,
  kind text not null check (kind in ('refuse', 'hide', 'warn', 'suspend')),
  sheet_id uuid references sheets on delete cascade,
  -- whom it concerns; null when nobody with an account wrote it
  account_id uuid references accounts on delete set null,
  publication_id uuid references publications on delete set null,
  report_id uuid references reports on delete set null,
  reason text not null,
  -- the words of whoever decided; erased after twenty-four months
  reasons text,
  -- last day of a suspension
  until date,
  -- what the sheet's visibility was, to give it back
  was text,
  at timestamptz not null default now(),
  decided_by text not null,
  decider_id uuid references accounts on delete set null,
  lifted_at timestamptz,
  lifted_by text
);
create index measures_sheet on measures (sheet_id) where sheet_id is not null;
create index measures_account on measures (account_id) where account_id is not null;

-- One for a measure, decided by somebody else than whoever took it.
create table appeals (
  measure_id uuid primary key references measures on delete cascade,
  text text,
  at timestamptz not null default now(),
  account_id uuid references accounts on delete set null,
  state text not null default 'pending' check (state in ('pending', 'upheld', 'overturned')),
  answer text,
  decided_at timestamptz,
  decided_by text,
  decider_id uuid references accounts on delete set null
);

-- However a sheet is written, what is held or hidden does not become public by another way: the wish is kept for later.
create function hold_back() returns trigger language plpgsql as $$
begin
  if new.visibility in ('public', 'members') then
    update publications set wanted = new.visibility where sheet_id = new.id and what = 'sheet' and state = 'pending';
    if found then
      new.visibility := 'draft';
      return new;
    end if;
    update measures set was = new.visibility where sheet_id = new.id and kind in ('hide', 'refuse') and lifted_at is null and was is not null;
    if found then
      new.visibility := 'draft';
    end if;
  end if;
  return new;
end $$;
create trigger sheets_held_back before update of visibility on sheets
  for each row when (old.visibility is distinct from new.visibility or new.visibility in ('public', 'members')) execute function hold_back();
