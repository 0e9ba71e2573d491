-- Who is in a group today: nobody took them out, their last day is not over, and whoever comes for a body still has a mandate
-- there. Whatever asks who is in a group asks this, so that nobody stays in by forgetting.

create view group_places as
  select g.* from group_members g
  where g.ended_at is null and (g.until is null or g.until >= current_date)
    and (g.body_id is null or exists (
      select 1 from mandates m where m.account_id = g.account_id and m.body_id = g.body_id
        and m.ended_at is null and m.since <= current_date and (m.until is null or m.until >= current_date)));
