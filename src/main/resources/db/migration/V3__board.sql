-- Package board: what each board was given, and how far its events were sent.

-- One row per board that ever ran. Who writes postings or builds the document holds its lock.
create table board (
  id            text primary key,
  posted        bigint not null default 0,  -- number of the last posting
  posted_at     timestamptz not null,       -- when that was
  change_cursor bigint not null default 0,  -- number of the last change that was looked at
  selection     text                        -- fingerprint of selection and consent; null = never selected
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

-- All that a board was given. Several versions may show one content: see vacancy_version.
create table posting (
  board           text not null references board,
  number          bigint not null,
  vacancy         uuid not null references vacancy,
  version         int not null check (version > 0),          -- what the board was told
  vacancy_version int not null check (vacancy_version > 0),  -- the catalogue's version that it shows
  listed          boolean not null,
  reason          text not null,
  at              timestamptz not null,
  primary key (board, number)
) with (autovacuum_vacuum_scale_factor = 0.05);
create index posting_of_vacancy on posting (vacancy);

-- The last posting of each vacancy, whole: the fold of the log, so that no page of a document joins two tables.
create table current_posting (
  board           text not null,
  vacancy         uuid not null,
  number          bigint not null,
  version         int not null,
  vacancy_version int not null,
  listed          boolean not null,
  reason          text not null,
  at              timestamptz not null,
  primary key (board, vacancy),
  foreign key (board, number) references posting
) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05);
create index current_posting_by_number on current_posting (board, number);
create index current_posting_listed on current_posting (board, vacancy) where listed;

-- How far a board's postings were sent as events. Who sends holds the row.
create table relay (
  board text primary key references board,
  sent  bigint not null default 0
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
