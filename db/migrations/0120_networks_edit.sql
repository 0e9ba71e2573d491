-- Networks that people correct: a web site, and taking part in a forum or a working group as a role of its own.
alter table networks add column site text;

alter table network_roles drop constraint network_roles_role_check;
alter table network_roles add constraint network_roles_role_check check (role in (
  'presidency', 'commission-presidency', 'group-presidency', 'board', 'executive-bureau', 'steering-committee', 'governing-board',
  'world-council', 'treasurer', 'secretariat-host', 'hub-host', 'working-group', 'active-member', 'member', 'wished'));
