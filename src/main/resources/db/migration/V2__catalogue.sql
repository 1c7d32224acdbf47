-- Package catalogue: all vacancies with their state, and the change log.

-- Narrow on purpose: change detection reads every row of a feed at every delivery.
create table vacancy (
  id            uuid primary key,
  feed          text not null,
  partner       text not null,
  scope         text not null,          -- the file's name where a delivery speaks for a file, else ''
  source_key    text not null,
  input_hash    bigint not null,
  content_hash  bigint not null,
  state         text not null check (state in ('SCHEDULED', 'OPEN', 'WITHDRAWN', 'EXPIRED')),
  version       int not null check (version > 0),
  date_posted   timestamptz not null,
  expires_at    timestamptz,
  moves_at      timestamptz,            -- when the clock changes the state next
  missing_since timestamptz,            -- absent from the last delivery that proves absence
  notices       text                    -- JSON, what the last mapping found
) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
create index vacancy_offered on vacancy (feed, scope, id) where state in ('OPEN', 'SCHEDULED');
create index vacancy_missing on vacancy (feed, scope) where missing_since is not null;
create index vacancy_moves on vacancy (moves_at) where moves_at is not null;
create index vacancy_partner on vacancy (partner);

-- Wide; a row per version whose content is new. A version in which only the state moved has none: it
-- shows the content of the version before.
create table vacancy_version (
  id      uuid not null references vacancy,
  version int not null check (version > 0),
  content text not null,
  primary key (id, version)
) with (autovacuum_vacuum_scale_factor = 0.05);

create table change (
  number   bigint primary key,
  id       uuid not null references vacancy,
  version  int not null check (version > 0),
  state    text not null check (state in ('SCHEDULED', 'OPEN', 'WITHDRAWN', 'EXPIRED')),
  reason   text not null,
  delivery text not null,               -- '' where the clock moved it
  at       timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0.05);
create index change_of_vacancy on change (id, version);
-- What left the catalogue lately. Changes of other kinds pay nothing for it.
create index change_left on change (at) where state in ('WITHDRAWN', 'EXPIRED');

-- One row, taken last in every transaction and held to its commit: numbers are gap-free and in commit order.
create table change_counter (
  one  boolean primary key default true check (one),
  last bigint not null
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
insert into change_counter (last) values (0);

-- Who else offers a vacancy besides the feed that it stands under: one row for each further feed, or file name.
-- Empty where no two feeds share their keys.
create table vacancy_offer (
  vacancy       uuid not null references vacancy,
  feed          text not null,
  scope         text not null,          -- as in vacancy
  partner       text not null,
  input_hash    bigint not null,        -- of the record by which it was offered last
  missing_since timestamptz,            -- as in vacancy
  notices       text,                   -- as in vacancy
  primary key (vacancy, feed, scope)
) with (fillfactor = 90);
create index vacancy_offer_of_feed on vacancy_offer (feed, scope);

-- Keys by which vacancies are known besides those that their ids were made of.
create table alias (
  ats           text not null,
  key_namespace text not null,          -- what numbers the key: '' for a record's own key, else a field's name
  source_key    text not null,
  id            uuid not null references vacancy,
  accepted_at   timestamptz,            -- when an admin said so; null for what was found in deliveries
  primary key (ats, key_namespace, source_key)
);
create index alias_of_vacancy on alias (id);

-- How many records the last delivery held that was plausible in full: what the next ones are measured by.
create table confirmed_size (
  feed         text not null,
  scope        text not null,           -- as in vacancy
  records      int not null check (records >= 0),
  confirmed_at timestamptz not null,
  primary key (feed, scope)
) with (fillfactor = 50);

-- What time it was when the clocks were compared last, so that a doubt about them outlives a restart.
create table clock_line (
  one         boolean primary key default true check (one),
  projected   timestamptz not null,     -- by the clock that was believed last, and the time passed since
  by_database timestamptz not null
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

-- Texts of 3 kB: lz4 where the server has it, else plain; the default pglz doubles the server's work.
do $$
begin
  if exists (select from pg_settings where name = 'default_toast_compression' and 'lz4' = any (enumvals)) then
    alter table vacancy_version alter column content set compression lz4;
  else
    alter table vacancy_version alter column content set storage external;
  end if;
end $$;
