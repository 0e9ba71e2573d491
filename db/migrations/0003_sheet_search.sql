-- What is read of a sheet when one searches, and the territories that it concerns: derived, so computed in one place.

alter table sheets add column body text;
comment on column sheets.body is 'longer words of the sheet, for searching only: minutes, objectives, aims';

create function sheet_vector(title text, context text, summary text, body text, names text) returns tsvector
  language sql immutable parallel safe as $$
  select setweight(to_tsvector('french_plain', replace(coalesce(title, '') || ' ' || coalesce(names, ''), '-', ' ')), 'A')
      || setweight(to_tsvector('french_plain', replace(coalesce(context, ''), '-', ' ')), 'B')
      || setweight(to_tsvector('french_plain', coalesce(summary, '')), 'C')
      || setweight(to_tsvector('french_plain', coalesce(body, '')), 'D')
$$;

create function refresh_sheet(sheet uuid) returns void language sql as $$
  update sheets s set
    search = sheet_vector(s.title, s.context, s.summary, s.body,
      (select string_agg(n.name, ' ') from sheet_names n where n.sheet_id = s.id and n.kind <> 'title')),
    territories = coalesce((
      select array_agg(distinct t.num order by t.num)
      -- by id, never by walking 36 000 territories
      from (select s.id
            union select to_id from sheet_links where from_id = s.id
            union select territory_id from sheet_places where sheet_id = s.id) concerned
      join sheets t on t.id = concerned.id and t.kind = 'territory'), '{}'),
    updated_at = now()
  where s.id = sheet
$$;
