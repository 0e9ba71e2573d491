-- What one needs to answer a scheme: where it is published, and until when, as its funder writes it.
alter table funding_schemes add column web text;
alter table funding_schemes add column deadline text;
