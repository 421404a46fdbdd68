-- Unlogged: the counts are worth less than the disk writes they would cost. After a crash of the database they start anew.
create unlogged table rate_limit_windows (
  -- A hash: neither an address nor a citizen can be read from it.
  key_hash text primary key,
  taken integer not null,
  ends_at timestamptz not null
) with (fillfactor = 70);
create index rate_limit_windows_by_end on rate_limit_windows (ends_at);

-- Counts one call against every key, or against none when one of them is used up.
-- Keys must come without repetition. Rows are locked one after another in the order of their keys,
-- so calls that share keys wait for each other and cannot deadlock.
create function take_rate_limits(key_hashes text[], limits integer[], window_seconds integer[], called_at timestamptz)
returns table (allowed boolean, remaining integer, retry_after_seconds double precision) language plpgsql as $$
declare
  one_key text;
begin
  for one_key in select key_hash from unnest(key_hashes) as asked (key_hash) order by key_hash collate "C" loop
    loop
      perform 1 from rate_limit_windows where key_hash = one_key for update;
      exit when found;
      insert into rate_limit_windows (key_hash, taken, ends_at) values (one_key, 0, called_at) on conflict do nothing;
    end loop;
  end loop;

  select bool_and(used < most), min(most - used) - 1, max(extract(epoch from ends_at - called_at)) filter (where used >= most)
  into allowed, remaining, retry_after_seconds
  from (
    select most, ends_at, case when ends_at <= called_at then 0 else taken end as used
    from unnest(key_hashes, limits) as asked (key_hash, most) join rate_limit_windows using (key_hash)
  ) as counted;

  if allowed then
    update rate_limit_windows as counted set
      taken = case when counted.ends_at <= called_at then 1 else counted.taken + 1 end,
      ends_at = case when counted.ends_at <= called_at then called_at + make_interval(secs => asked.seconds) else counted.ends_at end
    from unnest(key_hashes, window_seconds) as asked (key_hash, seconds)
    where counted.key_hash = asked.key_hash;
  end if;
  return next;
end $$;
