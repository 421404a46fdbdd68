-- How often an announcement was read, counted a day; nothing says by whom.
create table announcement_views (
  viewed_on date not null,
  announcement_id bigint not null references announcements on delete cascade,
  views integer not null,
  primary key (viewed_on, announcement_id)
);
