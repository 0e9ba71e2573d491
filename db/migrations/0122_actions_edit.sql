-- What is asked of an action before it is published, what it brought, and why it serves a goal.

alter table actions add column need text;
-- whose need: the authority or body that stated it
alter table actions add column need_of uuid references sheets on delete set null;
alter table actions add column steps text[] not null default '{}';
alter table actions add column benefits_here text;
alter table actions add column benefits_there text;
-- how it lasts after its funding ends
alter table actions add column continuation text;

-- Set by a person, never prefilled: null until somebody answers.
alter table actions add column rights text check (rights in ('clear', 'watch', 'purpose', 'not-applicable'));
alter table actions add column rights_note text;
-- the three degrees of the OECD's gender marker, and « sans objet »
alter table actions add column gender text check (gender in ('principal', 'significant', 'not-targeted', 'not-applicable'));
alter table actions add column gender_note text;
alter table actions add check (rights is null or rights not in ('watch', 'not-applicable') or rights_note is not null);
alter table actions add check (gender is null or gender <> 'not-applicable' or gender_note is not null);

create table action_results (
  id uuid primary key,
  action_id uuid not null references actions on delete cascade,
  label text not null,
  quantity numeric,
  unit text,
  observed text,
  observed_precision text check (observed_precision in ('day', 'month', 'year')),
  position smallint not null,
  check ((observed is null) = (observed_precision is null))
);
-- the page of one action
create index action_results_action on action_results (action_id, position);

-- A goal, or one of its targets, with the reason why: no tag without it.
create table action_goals (
  action_id uuid not null references actions on delete cascade,
  goal smallint not null check (goal between 1 and 17),
  -- `6.1`; empty: the goal as a whole
  target text not null default '',
  reason text not null check (reason <> ''),
  -- from what is done to the goal, or from the goal to what is done
  approach text not null check (approach in ('ascending', 'descending')),
  primary key (action_id, goal, target)
);
