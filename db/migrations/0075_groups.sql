-- Country, thematic and regional groups, committees, transversal missions.

create table working_groups (
  sheet_id uuid primary key references sheets on delete cascade,
  -- the function by which somebody chairs it; the name follows the rule of people_named
  chair_function_id uuid references person_functions,
  members_low integer,
  members_high integer,
  note text,
  check (members_high is null or members_low <= members_high)
);
-- groups that a function chairs
create index working_groups_chair on working_groups (chair_function_id) where chair_function_id is not null;

-- What a group says of itself: needs, aims, how it works, what it still has to choose.
create table group_statements (
  group_id uuid not null references sheets on delete cascade,
  topic text not null check (topic in ('need', 'aim', 'working', 'name_option')),
  position smallint not null,
  text text not null,
  document_id text references documents,
  locator text,
  primary key (group_id, topic, position)
);
