-- Strategies that an authority writes here: recommendations are followed, and it says itself which objective an action serves.

alter table strategy_items drop constraint strategy_items_part_check;
alter table strategy_items add constraint strategy_items_part_check
  check (part in ('approach', 'asset', 'method', 'strength', 'margin', 'recommendation', 'follow-up'));

-- how far a recommendation of the diagnosis is; null: nobody has said
alter table strategy_items add column followed text check (followed in ('to-do', 'ongoing', 'done', 'set-aside'));
alter table strategy_items add column followed_at text;
alter table strategy_items add column followed_precision text check (followed_precision in ('day', 'month', 'year'));
alter table strategy_items add column followed_note text;
alter table strategy_items add check ((followed_at is null) = (followed_precision is null));

-- 'declared': its authority says so itself
alter table objective_actions drop constraint objective_actions_basis_check;
alter table objective_actions add constraint objective_actions_basis_check check (basis in ('stated', 'placement', 'inferred', 'declared'));
