-- Who funds what and how, and the texts that schemes and sheets lean on.

-- A row is read with its sheet, by its key: no other index.
create table laws (
  sheet_id uuid primary key references sheets on delete cascade,
  verified_by text,
  verified_on date,
  check ((verified_by is null) = (verified_on is null))
);
comment on column laws.verified_by is 'the person who read the text and vouches for what the sheet says of it; nobody: « à vérifier »';

create table funding_schemes (
  sheet_id uuid primary key references sheets on delete cascade,
  amount bigint check (amount >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  amount_qualifier text check (amount_qualifier in ('exact', 'environ', 'plus_de', 'pres_de', 'jusqua')),
  amount_per text check (amount_per in ('year', 'project', 'total')),
  max_rate_permille integer check (max_rate_permille between 0 and 1000),
  projects integer check (projects >= 0),
  eligible text,
  note text,
  as_of text not null,
  as_of_precision text not null check (as_of_precision in ('day', 'month', 'year')),
  check ((amount is null) = (currency is null))
);
comment on column funding_schemes.amount is 'integer of the minor unit of its currency, as worth on as_of';
