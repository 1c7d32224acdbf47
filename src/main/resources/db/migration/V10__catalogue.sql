-- Package catalogue: all vacancies with their state, and the change log.

-- Narrow on purpose: change detection reads every row of a feed at every delivery.
create table vacancy (
  id             uuid primary key,
  feed           text not null,
  partner        text not null,
  scope          text not null,        -- the file's name where a delivery speaks for a file, else ''
  source_key     text not null,
  input_hash     bigint not null,
  content_hash   bigint not null,
  state          text not null,
  version        int not null,
  date_posted    timestamptz not null,
  expires_at     timestamptz,
  moves_at       timestamptz,          -- when the clock changes the state next
  missing_since  timestamptz,          -- absent from the last delivery that proves absence
  notices        text                  -- JSON, what the last mapping found
);
create index vacancy_offered on vacancy (feed, scope, id) where state in ('OPEN', 'SCHEDULED');
create index vacancy_missing on vacancy (feed, scope) where missing_since is not null;
create index vacancy_moves on vacancy (moves_at) where moves_at is not null;

-- Wide; a row per version whose content is new.
create table vacancy_version (
  id       uuid not null references vacancy (id),
  version  int not null,
  content  text not null,
  primary key (id, version)
);

create table change (
  number   bigint primary key,
  id       uuid not null references vacancy (id),
  version  int not null,
  state    text not null,
  reason   text not null,
  delivery text not null,
  at       timestamptz not null
);
create index change_of_vacancy on change (id, version);

-- One row, taken last in every transaction and held to its commit: numbers are gap-free and in commit order.
create table change_counter (last bigint not null);
insert into change_counter values (0);

-- Texts of 3 kB: lz4 where the server has it, else plain; the default pglz doubles the server's work.
do $$
begin
  if exists (select from pg_settings where name = 'default_toast_compression' and 'lz4' = any (enumvals)) then
    alter table vacancy_version alter column content set compression lz4;
  else
    alter table vacancy_version alter column content set storage external;
  end if;
end $$;
