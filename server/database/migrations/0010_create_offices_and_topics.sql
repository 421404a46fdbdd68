create table offices (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[A-Za-z0-9-]{1,40}$'),
  name text not null,
  address text not null,
  opening_hours text,
  phone text,
  transport text,
  accessibility text,
  -- GCJ-02, as maps in China use it.
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  sort_order integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((latitude is null) = (longitude is null))
);

create table window_counters (
  id bigint generated always as identity primary key,
  office_id bigint not null references offices on delete cascade,
  number text not null,
  name text not null,
  floor text not null,
  sort_order integer not null default 0,
  unique (office_id, number)
);

create table topics (
  code text primary key check (code ~ '^[a-z_.]{1,60}$'),
  kind text not null check (kind in ('natural_person', 'legal_person', 'life_event')),
  name text not null,
  sort_order integer not null,
  -- Stands on the first page, in this order.
  home_order integer unique,
  unique (kind, name)
);

create trigger offices_changed after insert or update or delete on offices for each statement execute function announce_content_change();
create trigger window_counters_changed after insert or update or delete on window_counters for each statement execute function announce_content_change();
create trigger topics_changed after insert or update or delete on topics for each statement execute function announce_content_change();

-- Subject classes of the national catalogue; an installation may rename, add and reorder.
insert into topics (kind, sort_order, code, name)
select 'natural_person', row_number() over (), 'np.' || code, name from (values
  ('birth', '生育收养'), ('household', '户籍办理'), ('ethnicity', '民族宗教'), ('education', '教育科研'), ('military', '入伍服役'),
  ('employment', '就业创业'), ('establishment', '设立变更'), ('permits', '准营准办'), ('mortgage', '抵押质押'), ('qualification', '职业资格'),
  ('charges', '行政缴费'), ('marriage', '婚姻登记'), ('preferential', '优待抚恤'), ('construction', '规划建设'), ('housing', '住房保障'),
  ('social_security', '社会保障'), ('certificates', '证件办理'), ('transport', '交通出行'), ('tourism', '旅游观光'), ('border', '出境入境'),
  ('consumer', '消费维权'), ('safety', '公共安全'), ('justice', '司法公证'), ('intellectual', '知识产权'), ('environment', '环保绿化'),
  ('culture', '文化体育'), ('utilities', '公用事业'), ('health', '医疗卫生'), ('retirement', '离职退休'), ('funeral', '死亡殡葬'), ('other', '其他')
) as t (code, name);
insert into topics (kind, sort_order, code, name)
select 'legal_person', row_number() over (), 'lp.' || code, name from (values
  ('establishment', '设立变更'), ('permits', '准营准办'), ('qualification', '资质认证'), ('inspection', '年检年审'), ('tax', '税收财务'),
  ('staff', '人力资源'), ('social_security', '社会保障'), ('investment', '投资审批'), ('financing', '融资信贷'), ('mortgage', '抵押质押'),
  ('trade', '商务贸易'), ('tender', '招标拍卖'), ('customs', '海关口岸'), ('foreign', '涉外服务'), ('agriculture', '农林牧渔'),
  ('land', '国土和规划建设'), ('transport', '交通运输'), ('science', '科技创新'), ('culture', '文体教育'), ('intellectual', '知识产权'),
  ('ethnicity', '民族宗教'), ('quality', '质量技术'), ('quarantine', '检验检疫'), ('safety', '安全生产'), ('fire', '公安消防'),
  ('justice', '司法公证'), ('environment', '环保绿化'), ('climate', '应对气候变化'), ('weather', '水务气象'), ('health', '医疗卫生'),
  ('heritage', '文物保护'), ('press', '新闻出版'), ('archives', '档案'), ('utilities', '公用事业'), ('deregistration', '法人注销'), ('other', '其他')
) as t (code, name);
insert into topics (kind, sort_order, code, name)
select 'life_event', row_number() over (), 'le.' || code, name from (values
  ('baby', '生孩子'), ('school', '上学'), ('work', '找工作、交社保'), ('marriage', '结婚'), ('home', '买房租房'), ('car', '开车出行'),
  ('illness', '看病就医'), ('hardship', '有困难要帮扶'), ('disability', '残疾人服务'), ('retirement', '退休养老'), ('death', '亲人离世'),
  ('abroad', '出国出境'), ('shop', '开店办企业'), ('closing', '企业变更和注销')
) as t (code, name);
update topics set home_order = h.home_order from (values
  ('np.certificates', 1), ('np.household', 2), ('np.birth', 3), ('np.housing', 4), ('np.social_security', 5), ('np.health', 6), ('np.transport', 7), ('le.shop', 8)
) as h (code, home_order) where topics.code = h.code;
