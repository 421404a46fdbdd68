-- A guide has some sixty fields in nested lists: they are one document (contract/guideContent.ts), and what queries
-- need of it are columns that the database derives, so that no writer can forget them.

-- Strict: where there is no list, nothing is run, which is a large part of an import's time.
create function jsonb_texts(list jsonb) returns text[] immutable strict parallel safe language sql
return array(select text from jsonb_array_elements_text(list) with ordinality as each (text, position) order by position);

create function jsonb_texts_of(list jsonb, key text) returns text[] immutable strict parallel safe language sql
return array(select item ->> key from jsonb_array_elements(list) with ordinality as each (item, position) order by position);

alter table service_guides add column content jsonb, add column version integer not null default 1 check (version > 0);

update service_guides set content = jsonb_strip_nulls(jsonb_build_object(
  'name', name, 'itemType', item_type, 'audiences', to_jsonb(audiences), 'handlingType', handling_type,
  'statutoryLimit', case when statutory_days is not null then jsonb_build_object('amount', statutory_days, 'unit', 'working_day') end,
  'committedLimit', case when committed_days is not null then jsonb_build_object('amount', committed_days, 'unit', 'working_day') end,
  'visits', visits, 'summary', summary, 'eligibility', eligibility, 'fee', fee,
  'requiredMaterials', nullif(required_materials, '[]'), 'address', address, 'openingHours', opening_hours,
  'consultationPhone', consultation_phone, 'supervisionPhone', supervision_phone));

alter table service_guides
  drop column name, drop column item_type, drop column audiences, drop column handling_type, drop column statutory_days,
  drop column committed_days, drop column visits, drop column summary, drop column eligibility, drop column fee,
  drop column required_materials, drop column address, drop column opening_hours, drop column consultation_phone,
  drop column supervision_phone,
  alter column content set not null,
  add column name text generated always as (content ->> 'name') stored not null,
  add column item_type text generated always as (content ->> 'itemType') stored not null check (item_type in
    ('licence', 'payment', 'confirmation', 'ruling', 'reward', 'levy', 'other_power', 'public_service')),
  add column status text generated always as (coalesce(content ->> 'status', 'in_effect')) stored not null check (status in ('in_effect', 'suspended', 'cancelled')),
  add column audiences text[] generated always as (coalesce(jsonb_texts(content -> 'audiences'), '{}')) stored not null,
  add column handling_type text generated always as (content ->> 'handlingType') stored check (handling_type in ('immediate', 'committed')),
  add column committed_limit jsonb generated always as (content -> 'committedLimit') stored,
  add column topics text[] generated always as
    (coalesce(jsonb_texts(content -> 'naturalPersonTopics'), '{}') || coalesce(jsonb_texts(content -> 'legalPersonTopics'), '{}') || coalesce(jsonb_texts(content -> 'lifeEvents'), '{}')) stored not null,
  add column office_codes text[] generated always as (coalesce(jsonb_texts_of(content -> 'places', 'officeCode'), '{}')) stored not null;

create index service_guides_by_topic on service_guides using gin (topics);
create index service_guides_by_office on service_guides using gin (office_codes);
