-- One token for WeChat's server API an account, shared by all processes.
create table wechat_access_tokens (
  app_id text primary key,
  token_encrypted text,
  expires_at timestamptz,
  -- Goes up with every token: whoever wants to replace one says which one it saw.
  version bigint not null default 0,
  -- While this lease runs, one process asks WeChat for a token and holds no connection meanwhile.
  refresh_lease_id uuid,
  refresh_lease_until timestamptz,
  check ((token_encrypted is null) = (expires_at is null))
);

-- What WeChat pushed, so that a message it sends again is handled once. No content and no openid: keys are hashes.
create table wechat_inbound_messages (
  -- WeChat's CreateTime, the same in every repetition: months can become partitions without losing the key.
  sent_at timestamptz not null,
  dedup_key text not null,
  received_at timestamptz not null,
  primary key (sent_at, dedup_key)
);
