-- Texts that came with the instance's data are listed as they are; those that people brought are seen by who sees a sheet that leans on them.
alter table documents add column brought boolean not null default false;
