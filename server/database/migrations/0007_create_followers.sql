-- Who follows the official account, as far as WeChat told us; gone as soon as they stop following.
create table followers (
  id bigint generated always as identity primary key,
  app_id text not null,
  open_id text not null,
  -- Ties the follower to a citizen; absent until WeChat was asked, and while the account is not bound to an Open Platform account.
  union_id text,
  followed_at timestamptz not null,
  unique (app_id, open_id)
);
create index followers_by_union_id on followers (union_id);
