-- News and job offers: what their sheets do not say. The sheet's end is the last day that it is shown as present.

create table news (
  sheet_id uuid primary key references sheets on delete cascade,
  expires_on date not null
);
-- each night, those that end
create index news_expiry on news (expires_on);

create table jobs_offered (
  sheet_id uuid primary key references sheets on delete cascade,
  employer_id uuid references sheets on delete set null,
  -- an employer without a sheet
  employer text,
  place text not null,
  contract text not null,
  web text,
  -- last day to apply
  expires_on date not null,
  check (employer_id is not null or employer is not null)
);
create index jobs_offered_expiry on jobs_offered (expires_on);
create index jobs_offered_employer on jobs_offered (employer_id) where employer_id is not null;
