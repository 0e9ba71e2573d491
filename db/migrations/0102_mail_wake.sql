-- The mailer waits for this instead of asking all the time: told once the mail is committed.
create function notify_mails() returns trigger language plpgsql as $$
begin
  perform pg_notify('mails', '');
  return null;
end $$;
create trigger mails_wake after insert on mails for each statement execute function notify_mails();
