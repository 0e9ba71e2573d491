-- What visitors write about a page, for those who keep it. Never published: no sheet, no search, no feed, no export reads these tables.
create table feedback (
  id uuid primary key,
  -- without language, without query
  page text not null,
  sheet_id uuid references sheets on delete set null,
  lang text not null check (lang in ('fr', 'en', 'es')),
  kind text not null check (kind in ('remark', 'addition', 'suggestion')),
  -- erased after twenty-four months
  text text,
  wants_reply boolean not null,
  -- erased ninety days after closing, after twelve months at most
  mail text,
  state text not null default 'received' check (state in ('received', 'assigned', 'applied', 'answered', 'closed')),
  assignee_id uuid references accounts on delete set null,
  answer text,
  received_at timestamptz not null,
  closed_at timestamptz,
  -- an address is kept for a reply and for nothing else
  check (wants_reply or mail is null),
  check ((state = 'closed') = (closed_at is not null))
);
-- what waits for those who keep a page
create index feedback_sheet on feedback (sheet_id) where state <> 'closed';
create index feedback_assignee on feedback (assignee_id) where assignee_id is not null;
create index feedback_received on feedback (received_at);

create table feedback_steps (
  id bigint generated always as identity primary key,
  feedback_id uuid not null references feedback on delete cascade,
  step text not null check (step in ('received', 'assigned', 'applied', 'answered', 'closed')),
  at timestamptz not null,
  -- the function of who did it
  actor text not null,
  account_id uuid references accounts on delete set null,
  -- the change that came of it, in the history of the sheet
  event_id uuid references events on delete set null,
  -- to whom it was given, what was changed on a page without history, why it was closed
  note text
);
create index feedback_steps_feedback on feedback_steps (feedback_id, id);
create index feedback_steps_account on feedback_steps (account_id) where account_id is not null;
