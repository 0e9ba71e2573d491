-- Two sheets of one thing: whatever points at the one that goes points at the one that stays, tables of modules that do
-- not exist yet included. Left alone: what the other sheet already has, its row in its kind's table first of all.
create function move_to_sheet(gone uuid, kept uuid) returns void language plpgsql as $$
declare
  pointing record;
  place tid;
begin
  for pointing in
    select c.conrelid::regclass as tab, a.attname as col
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'sheets'::regclass and cardinality(c.conkey) = 1
      and c.conrelid::regclass::text not in ('sheet_names', 'sheet_states', 'sheet_facts', 'sheet_sources', 'sheet_redirects', 'sheet_places')
      and not (c.conrelid = 'events'::regclass and a.attname = 'sheet_id')
  loop
    for place in execute format('select ctid from %s where %I = $1', pointing.tab, pointing.col) using gone
    loop
      begin
        execute format('update %s set %I = $1 where ctid = $2', pointing.tab, pointing.col) using kept, place;
      exception when unique_violation or exclusion_violation or foreign_key_violation then
        null;
      end;
    end loop;
  end loop;
end $$;
