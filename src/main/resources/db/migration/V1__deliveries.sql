-- Package delivery: what came in, and what became of it.

create table delivery (
  number       bigint generated always as identity primary key,
  id           text generated always as (feed || '-' || number::text) stored unique,
  feed         text not null,
  partner      text not null,
  transport    text not null,
  name         text not null,           -- file, mail subject or address, for people
  identity     text not null,           -- what the source calls it, and the hash of its bytes
  content      text not null,           -- SHA-256 of the bytes of all parts
  parts        jsonb not null,
  received_at  timestamptz not null,
  source_gone  boolean not null default false,
  state        text not null default 'RECEIVED',
  attempts     int not null default 0,
  try_after    timestamptz,
  fingerprint  text,                    -- of the configuration it was applied under
  complete     boolean,
  offered      int,                     -- vacancies the feed offered before it, for the guard
  received     int not null default 0,
  accepted     int not null default 0,
  rejected     int not null default 0,
  changed      int not null default 0,
  withdrawn    int not null default 0,
  held_back    int not null default 0,
  errors       int not null default 0,
  warnings     int not null default 0,
  infos        int not null default 0,
  outcome      text,                    -- one sentence, for people
  finished_at  timestamptz
);

-- One delivery per source identity, for as long as the source still holds it.
create unique index delivery_identity on delivery (feed, identity) where not source_gone;
create index delivery_unfinished on delivery (feed, number) where state = 'RECEIVED';
create index delivery_applied on delivery (feed, number desc) where state in ('APPLIED', 'UNCHANGED');

create table delivery_notice (
  delivery  bigint not null references delivery (number) on delete cascade,
  ordinal   int not null,
  severity  text not null,
  code      text not null,
  part      text not null,
  line      int not null,
  path      text not null,
  key       text not null,
  field     text not null,
  value     text not null,
  primary key (delivery, ordinal)
);

create table feed_state (
  feed           text primary key,
  last_poll      timestamptz,
  last_success   timestamptz,
  failing_since  timestamptz,
  failure        text,
  not_before     timestamptz,
  wait_reason    text,
  etag           text,
  last_modified  text
);

-- Attempts at one item of a feed, such as a mail that cannot be read.
create table feed_attempt (
  feed   text not null,
  item   text not null,
  tries  int not null,
  primary key (feed, item)
);
