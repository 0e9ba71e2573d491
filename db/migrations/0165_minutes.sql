-- Minutes written here, part by part and by several people; what is published is altered by nobody.

-- The life of the minutes of one meeting or session. No row: to be written.
create table minutes (
  sheet_id uuid primary key references sheets on delete cascade,
  state text not null default 'draft' check (state in ('draft', 'review', 'published')),
  -- until when speakers read theirs again
  review_until date,
  -- null on minutes that came published from elsewhere, without a date
  published_at timestamptz,
  -- a function
  published_by text,
  created_at timestamptz not null default now()
);

alter table minutes_parts add column id uuid not null default gen_random_uuid() unique;
alter table minutes_parts add column nature text not null default 'part' check (nature in ('summary', 'part', 'workshop', 'conclusion'));
-- of a workshop: where, led by whom (a function), with how many
alter table minutes_parts add column room text;
alter table minutes_parts add column facilitator text;
alter table minutes_parts add column participants integer check (participants >= 0);
alter table minutes_parts add column version integer not null default 1;
alter table meeting_roles add column version integer not null default 1;
-- a part that moves takes with it who speaks in it
alter table meeting_roles drop constraint meeting_roles_sheet_id_part_fkey;
alter table meeting_roles add foreign key (sheet_id, part) references minutes_parts (sheet_id, position) on update cascade;

-- Whom the organisers ask to take notes.
create table minutes_writers (
  sheet_id uuid not null references sheets on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  added_at timestamptz not null default now(),
  primary key (sheet_id, account_id)
);
-- what one account writes, when it leaves
create index minutes_writers_account on minutes_writers (account_id);

-- Each state of each text while it is written, to merge what two people wrote at once. Erased at publication.
create table minutes_versions (
  id bigint generated always as identity primary key,
  sheet_id uuid not null references sheets on delete cascade,
  -- a part, or what somebody said
  unit uuid not null,
  -- null: written at the same time as another text, and not merged yet
  version integer,
  fields jsonb not null,
  -- a function
  author text not null,
  account_id uuid references accounts on delete set null,
  at timestamptz not null default now()
);
-- the text that somebody began from
create unique index minutes_versions_unit on minutes_versions (unit, version);
-- what is to be merged in one set of minutes, what to erase with it
create index minutes_versions_sheet on minutes_versions (sheet_id);
create index minutes_versions_account on minutes_versions (account_id) where account_id is not null;

create table minutes_follow_ups (
  id uuid primary key,
  sheet_id uuid not null references sheets on delete cascade,
  kind text not null check (kind in ('decision', 'follow-up')),
  text text not null,
  -- who sees to it: a body, or somebody told by their function; or in words
  body_id uuid references sheets on delete set null,
  account_id uuid references accounts on delete set null,
  owner text,
  due date,
  -- 1: told before its date, 2: told on its date
  reminded smallint not null default 0,
  done_at timestamptz,
  done_by text,
  created_at timestamptz not null default now()
);
-- those of one set of minutes
create index minutes_follow_ups_sheet on minutes_follow_ups (sheet_id, created_at);
-- what waits for a person, or for those who act for a body
create index minutes_follow_ups_account on minutes_follow_ups (account_id) where account_id is not null;
create index minutes_follow_ups_body on minutes_follow_ups (body_id) where body_id is not null and done_at is null;
-- whose date comes
create index minutes_follow_ups_due on minutes_follow_ups (due) where done_at is null and due is not null and reminded < 2;

-- Speakers who were asked to read their words again.
create table minutes_reviewers (
  sheet_id uuid not null references sheets on delete cascade,
  role_id uuid primary key references meeting_roles on delete cascade,
  account_id uuid references accounts on delete set null,
  -- of somebody without an account, given by the organisers; erased at publication
  mail text,
  asked_at timestamptz not null default now(),
  -- they have read their words, and change nothing
  agreed_at timestamptz
);
create index minutes_reviewers_sheet on minutes_reviewers (sheet_id);
create index minutes_reviewers_account on minutes_reviewers (account_id) where account_id is not null;

-- « J'y ai parlé : corriger »
create table minutes_corrections (
  id uuid primary key,
  sheet_id uuid not null references sheets on delete cascade,
  role_id uuid not null references meeting_roles on delete cascade,
  text text not null,
  account_id uuid references accounts on delete set null,
  sent_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'declined')),
  decided_at timestamptz,
  decided_by text
);
-- those of one set of minutes, what waits first
create index minutes_corrections_sheet on minutes_corrections (sheet_id, state);
create index minutes_corrections_account on minutes_corrections (account_id) where account_id is not null;

alter table context_notes add column kind text not null default 'note' check (kind in ('note', 'erratum'));
-- what an erratum is about: somebody's words, or a part
alter table context_notes add column role_id uuid references meeting_roles on delete cascade;
alter table context_notes add column part_id uuid references minutes_parts (id) on delete cascade;

-- Invariant 24. What is said of minutes later stands beside them. A sheet that is erased takes everything with it.
create function minutes_are_published(sheet uuid) returns boolean language sql stable as $$
  select exists (select 1 from minutes m join sheets s on s.id = m.sheet_id where m.sheet_id = sheet and m.state = 'published')
$$;

create function refuse_alteration() returns trigger language plpgsql as $$
begin
  if minutes_are_published(old.sheet_id) then
    raise exception 'Published minutes change by an erratum or a context note only' using errcode = '23514', constraint = 'published_minutes';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

create function refuse_addition() returns trigger language plpgsql as $$
begin
  if minutes_are_published(new.sheet_id) then
    raise exception 'Published minutes change by an erratum or a context note only' using errcode = '23514', constraint = 'published_minutes';
  end if;
  return new;
end $$;

create trigger kept_parts before update or delete on minutes_parts for each row execute function refuse_alteration();
create trigger kept_parts_added before insert on minutes_parts for each row execute function refuse_addition();
create trigger kept_remarks before update or delete on minutes_remarks for each row execute function refuse_alteration();
create trigger kept_remarks_added before insert on minutes_remarks for each row execute function refuse_addition();
-- somebody who is listed and of whom nothing is reported may still be added, named or taken away
create trigger kept_words before update on meeting_roles for each row
  when (old.reported is distinct from new.reported or (old.part is distinct from new.part and old.reported is not null)) execute function refuse_alteration();
create trigger kept_words_removed before delete on meeting_roles for each row when (old.reported is not null) execute function refuse_alteration();
create trigger kept_words_added before insert on meeting_roles for each row when (new.reported is not null) execute function refuse_addition();
create trigger kept_conclusion before update on meeting_sessions for each row
  when (old.conclusion is distinct from new.conclusion) execute function refuse_alteration();
-- what is decided stays; whether it is done is another matter
create trigger kept_follow_ups before update on minutes_follow_ups for each row
  when ((old.kind, old.text, old.owner, old.due) is distinct from (new.kind, new.text, new.owner, new.due)) execute function refuse_alteration();
create trigger kept_follow_ups_removed before delete on minutes_follow_ups for each row execute function refuse_alteration();
create trigger kept_follow_ups_added before insert on minutes_follow_ups for each row execute function refuse_addition();
create trigger kept_published before update on minutes for each row when (old.state = 'published' and
  (old.state, old.published_at, old.published_by) is distinct from (new.state, new.published_at, new.published_by)) execute function refuse_alteration();
create trigger kept_published_removed before delete on minutes for each row when (old.state = 'published') execute function refuse_alteration();

create function refuse_note_alteration() returns trigger language plpgsql as $$
begin
  if exists (select 1 from sheets where id = old.sheet_id) then
    raise exception 'A note beside minutes is not altered' using errcode = '23514', constraint = 'published_minutes';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger kept_notes before update or delete on context_notes for each row execute function refuse_note_alteration();
