-- International strategies and roadmaps: what was adopted, for when, in which order, and what was done of it.

create table strategies (
  sheet_id uuid primary key references sheets on delete cascade,
  -- 'cited': another document names it; 'proposal': an opinion, adopted by nobody
  standing text not null check (standing in ('adopted', 'presented', 'cited', 'proposal')),
  ambition text,
  adopted_on text,
  adopted_precision text check (adopted_precision in ('day', 'month', 'year')),
  adopted_by text,
  -- the function of who presented it, then
  presented_by text,
  effective_from text,
  effective_precision text check (effective_precision in ('day', 'month', 'year')),
  -- the strategy of the former period
  follows uuid unique references strategies,
  check (follows <> sheet_id),
  check ((adopted_on is null) = (adopted_precision is null)),
  check ((effective_from is null) = (effective_precision is null))
);

create table strategy_items (
  strategy_id uuid not null references strategies on delete cascade,
  part text not null check (part in ('approach', 'asset', 'method', 'strength', 'margin', 'follow-up')),
  position smallint not null,
  text text not null,
  detail text,
  document_id text not null references documents,
  locator text,
  primary key (strategy_id, part, position)
);

create table strategy_priorities (
  id uuid primary key,
  strategy_id uuid not null references strategies on delete cascade,
  family text not null check (family in ('geographic', 'thematic', 'partner-criteria')),
  rank smallint,
  tier text check (tier in ('first', 'maintained', 'occasional')),
  label text not null,
  rationale text,
  zones text[] not null default '{}',
  themes text[] not null default '{}',
  position smallint not null,
  document_id text not null references documents,
  locator text,
  -- serves the page of one strategy
  unique (strategy_id, family, position)
);

create table objectives (
  sheet_id uuid primary key references sheets on delete cascade,
  strategy_id uuid not null references strategies on delete cascade,
  number smallint not null check (number > 0),
  short text not null,
  -- 'stated': its document says that it crosses the others; 'implied': it reads so
  transversal text check (transversal in ('stated', 'implied')),
  commitments text[] not null default '{}',
  -- serves the page of a strategy, and numbers its objectives once
  unique (strategy_id, number)
);

-- Why an action counts for an objective: its paragraph says so, its picture stands beside it, or its subject suggests it.
create table objective_actions (
  objective_id uuid not null references objectives on delete cascade,
  action_id uuid not null references sheets on delete cascade,
  basis text not null check (basis in ('stated', 'placement', 'inferred')),
  primary key (objective_id, action_id)
);
-- the objectives of one action
create index objective_actions_action on objective_actions (action_id);
