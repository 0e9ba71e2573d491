-- Against robots in forms that anybody may send, without an account, a cookie or a third party.

-- One key a day hashes networks; erased after two days, after which nothing can be traced.
create table guard_keys (
  day date primary key,
  key bytea not null
);

-- Who sent what lately: a keyed hash of the network or of the account, never the address.
create table guard_posts (
  action text not null,
  sender bytea not null,
  at timestamptz not null
);
-- counting one sender's posts, erasing old ones
create index guard_posts_sender on guard_posts (action, sender, at);
