-- Signs the hour at which a form for anybody was drawn: reading a page writes nothing.
insert into secrets (name, value)
values ('forms', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
