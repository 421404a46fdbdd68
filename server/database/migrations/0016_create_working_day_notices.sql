-- What the State Council's yearly notices say beyond weekdays and weekends, for years that the library does not know, or corrects.
create table working_day_notices (
  year integer primary key check (year between 2000 and 2100),
  -- 国办发明电〔…〕号 or whatever names the notice.
  document_name text not null,
  holidays date[] not null,
  working_weekends date[] not null,
  imported_at timestamptz not null
);
create trigger working_day_notices_changed after insert or update or delete on working_day_notices
  for each statement execute function announce_content_change();
