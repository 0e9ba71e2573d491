-- A name typed in a programme finds its person whatever its accents, capitals and hyphens: « Jean-Marie Tetart » is Jean Marie Tétart.
-- The schema is said: an index is made with nothing but the system's own in view.
create function same_name(text) returns text language sql immutable parallel safe strict
  as $$ select trim(regexp_replace(public.plain($1), '[^a-z0-9]+', ' ', 'g')) $$;
-- the people of a pasted programme, by their name and by its other spellings
create index people_same_name on people (same_name(first_name || ' ' || last_name));
create index person_names_same on person_names (same_name(name));
