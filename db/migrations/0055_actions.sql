-- Actions: what an authority did, is doing or plans, beyond their sheet.

create table actions (
  sheet_id uuid primary key references sheets on delete cascade,
  -- what the documents leave unsaid, in a sentence
  note text
);
