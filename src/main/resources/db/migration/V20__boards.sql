-- One row per board that ever ran. Who writes postings or builds the document holds its lock.
create table board (
  id        text primary key,
  posted    bigint not null default 0,  -- number of the last posting
  posted_at timestamptz not null,       -- when that was
  followed  bigint not null default 0,  -- number of the last change that was looked at
  selection text                        -- fingerprint of selection and consent; null = never selected
);

-- All that a board was ever given.
create table posting (
  board   text not null references board,
  number  bigint not null,
  vacancy uuid not null,
  version int not null,                 -- what the board was told
  content int not null,                 -- the catalogue's version that it shows
  is_in   boolean not null,
  reason  text not null,
  at      timestamptz not null,
  primary key (board, number)
);

-- The last posting of each vacancy, whole: the fold of the log, so that no page of a document joins two tables.
create table current_posting (
  board   text not null references board,
  vacancy uuid not null,
  number  bigint not null,
  version int not null,
  content int not null,
  is_in   boolean not null,
  reason  text not null,
  at      timestamptz not null,
  primary key (board, vacancy)
);
create index current_posting_by_number on current_posting (board, number);

-- How far a board's postings were sent as events. Who sends holds the row.
create table relay (
  board text primary key,
  sent  bigint not null default 0
);
