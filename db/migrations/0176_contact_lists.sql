-- Lists of contacts of a body, for its invitations. Private: nobody else reads them, nothing publishes them.

create table contact_lists (
  id uuid primary key,
  body_id uuid not null references sheets on delete cascade,
  name text not null,
  created_by text not null,
  created_at timestamptz not null default now()
);
create unique index contact_lists_name on contact_lists (body_id, lower(name));

create table contact_cards (
  id uuid primary key,
  body_id uuid not null references sheets on delete cascade,
  mail text not null,
  name text not null default '',
  function text not null default '',
  organisation text not null default '',
  note text not null default '',
  -- where the address comes from, in words
  origin text not null,
  -- by what right it is kept: the person agreed, they work together already, or it is public for that use
  basis text not null check (basis in ('consent', 'relation', 'public')),
  basis_on date not null,
  created_at timestamptz not null default now(),
  -- written, or invited: three years after, it is erased
  used_at timestamptz not null default now()
);
-- one address, one contact
create unique index contact_cards_mail on contact_cards (body_id, lower(mail));
-- pages in the order of names
create index contact_cards_name on contact_cards (body_id, plain(name), id);
create index contact_cards_age on contact_cards (used_at);

create table contact_entries (
  list_id uuid not null references contact_lists on delete cascade,
  contact_id uuid not null references contact_cards on delete cascade,
  primary key (list_id, contact_id)
);
create index contact_entries_contact on contact_entries (contact_id);

-- Who asked to be erased: a keyed digest, so that a list pasted again does not bring them back.
create table contact_refusals (
  body_id uuid not null references sheets on delete cascade,
  digest bytea not null,
  at timestamptz not null default now(),
  primary key (body_id, digest)
);

create table contact_invitations (
  id uuid primary key,
  meeting_id uuid not null references sheets on delete cascade,
  body_id uuid not null references sheets on delete cascade,
  -- what the organiser adds to the mail
  words text not null default '',
  reply_by date,
  -- the function of whoever sent it
  created_by text not null,
  created_at timestamptz not null default now()
);
create index contact_invitations_body on contact_invitations (body_id, created_at desc);
create index contact_invitations_meeting on contact_invitations (meeting_id);

-- One row a person: whatever lists they are in, one invitation to one meeting.
create table contact_guests (
  id uuid primary key,
  invitation_id uuid not null references contact_invitations on delete cascade,
  meeting_id uuid not null references sheets on delete cascade,
  body_id uuid not null references sheets on delete cascade,
  -- empty once erased: the answer is still counted
  mail text,
  name text not null default '',
  function text not null default '',
  organisation text not null default '',
  sent_at timestamptz,
  reminder_due boolean not null default false,
  reminded_at timestamptz,
  answer text check (answer in ('yes', 'no')),
  people integer check (people between 1 and 50),
  answered_at timestamptz,
  registration_id uuid references registrations on delete set null,
  check ((answer = 'yes') = (people is not null))
);
create unique index contact_guests_once on contact_guests (meeting_id, body_id, lower(mail)) where mail is not null;
create index contact_guests_invitation on contact_guests (invitation_id, name, id);
create index contact_guests_mail on contact_guests (body_id, lower(mail)) where mail is not null;
create index contact_guests_registration on contact_guests (registration_id) where registration_id is not null;
-- what the next job has to write
create index contact_guests_due on contact_guests (id) where sent_at is null or reminder_due;
