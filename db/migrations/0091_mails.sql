-- Mail to send: written by the transaction that causes it, sent by the worker, erased some days after. Nothing else reads it.
create table mails (
  id uuid primary key,
  recipient text not null,
  account_id uuid references accounts on delete cascade,
  -- what kind of mail: retention and counts, never shown with the recipient
  kind text not null,
  subject text not null,
  text text not null,
  html text,
  headers jsonb not null default '{}',
  created_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  attempts smallint not null default 0,
  sent_at timestamptz,
  failed text
);
-- the worker's question
create index mails_due on mails (due_at) where sent_at is null and failed is null;
