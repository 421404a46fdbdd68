-- Every guide is looked at once a year. What is published counts as looked at that day; what was found right without a change is kept here.
create table guide_reviews (
  guide_id bigint primary key references service_guides on delete cascade,
  -- Absent while only a reminder has gone out.
  confirmed_on date,
  confirmed_version integer,
  confirmed_by uuid references staff_members on delete set null,
  -- The due date that the editors were reminded of: once for each.
  reminded_of date,
  check ((confirmed_on is null) = (confirmed_version is null))
);
