-- R024: two texts disagreed and somebody who knows settled it. Both values stay, with what was said then.
alter table sheet_facts add column settled_note text;
alter table sheet_facts add column settled_by text;
alter table sheet_facts add column settled_at timestamptz;
comment on column sheet_facts.settled_by is 'a function, never a name';
