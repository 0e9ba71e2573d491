-- What a document says beyond the sheets that it feeds: its ideas, told in our words under its author's name,
-- and its figures about things that have no sheet.

create table document_passages (
  document_id text not null references documents on delete cascade,
  part text not null,
  position smallint not null,
  nature text not null check (nature in ('fact', 'opinion', 'reference')),
  text text not null,
  url text,
  locator text,
  -- serves the page of one document
  primary key (document_id, part, position)
);

create table document_figures (
  document_id text not null references documents on delete cascade,
  position smallint not null,
  label text not null,
  value text not null,
  unit text,
  qualifier text not null,
  observed text,
  observed_precision text check (observed_precision in ('day', 'month', 'year')),
  note text,
  locator text,
  primary key (document_id, position)
);

-- what comes from a document: its page, and the list of documents with their counts
create index sheet_sources_document on sheet_sources (document_id, sheet_id);
