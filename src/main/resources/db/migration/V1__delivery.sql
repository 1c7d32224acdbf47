-- Package delivery: what came in, what became of it, and how each feed is.

create table delivery (
  number             bigint generated always as identity primary key,
  id                 text generated always as (feed || '-' || number::text) stored unique,
  feed               text not null,
  partner            text not null,
  transport          text not null,
  name               text not null,     -- file, mail subject or address, for people
  identity           text not null,     -- what the source calls it, and the hash of its bytes
  content            text not null,     -- SHA-256 of the bytes of all parts
  parts              jsonb not null,
  received_at        timestamptz not null,
  source_gone        boolean not null default false,
  state              text not null default 'RECEIVED'
                     check (state in ('RECEIVED', 'APPLIED', 'UNCHANGED', 'FAILED', 'REFUSED')),
  attempts           int not null default 0,
  try_after          timestamptz,
  fingerprint        text,              -- of the configuration it was applied under
  complete           boolean,
  trial              boolean not null default false,  -- read and answered; the catalogue has nothing of it
  offered            int,               -- vacancies the feed offered before it, for the guard
  received           int not null default 0,
  accepted           int not null default 0,
  rejected           int not null default 0,
  kept_out           int not null default 0,  -- records that their source does not mean for everybody
  changed            int not null default 0,
  withdrawn          int not null default 0,
  held_back          int not null default 0,
  errors             int not null default 0,
  warnings           int not null default 0,
  infos              int not null default 0,
  incomplete_because text,              -- why not all of it came
  unread_because     text,              -- why not every part was read to its end
  held_because       text,              -- why the guard kept vacancies that are missing
  same_as            bigint references delivery,  -- of an UNCHANGED delivery: the one that was read
  lost               boolean not null default false,  -- a changes feed misses it until an admin confirms
  outcome            text,              -- one sentence, for people
  finished_at        timestamptz
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.05);

-- One delivery per source identity, for as long as the source still holds it.
create unique index delivery_identity on delivery (feed, identity) where not source_gone;
create index delivery_unfinished on delivery (feed, number) where state = 'RECEIVED';
create index delivery_applied on delivery (feed, number desc) where state in ('APPLIED', 'UNCHANGED');
create index delivery_lost on delivery (feed, number) where lost;
create index delivery_same_as on delivery (same_as) where same_as is not null;

create table delivery_notice (
  delivery bigint not null references delivery on delete cascade,
  ordinal  int not null,
  severity text not null check (severity in ('ERROR', 'WARNING', 'INFO')),
  code     text not null,
  part     text not null,
  line     int not null,
  path     text not null,
  key      text not null,
  field    text not null,
  value    text not null,
  primary key (delivery, ordinal)
) with (autovacuum_vacuum_scale_factor = 0.05);

-- The last request for the detail of each record of a feed's list, and the last answer.
create table detail_request (
  feed        text not null,
  request     text not null,            -- hash of path and query: a query may hold a key
  asked_hash  bigint not null,          -- of the list's record when it was asked last
  asked_at    timestamptz not null,
  refusal     text,                     -- why nothing came then
  tries       int not null check (tries >= 0),  -- in a row for which nothing came
  answer      jsonb,                    -- the last answer, as an archived part
  answer_hash bigint,                   -- of the list's record that it was for
  primary key (feed, request)
) with (fillfactor = 85);

-- The tables below have one row a feed, or a few, and are written at every poll: half of each page is
-- left free for the next version of a row, and the dead ones are cleared early.

-- How the fetching of a feed goes.
create table feed_state (
  feed          text primary key,
  first_poll    timestamptz,            -- what never brought anything is silent since then
  last_poll     timestamptz,
  last_success  timestamptz,
  failing_since timestamptz,
  failure       text,
  not_before    timestamptz,
  wait_reason   text,
  asked         text,                   -- fingerprint of the request that the next two answer
  etag          text,
  last_modified text
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

-- Kept in the transactions that receive and finish deliveries, so that nobody has to read the whole
-- ledger to know how a feed is.
create table feed_latest (
  feed           text primary key,
  delivery       bigint references delivery on delete set null,  -- the newest that is finished
  read           bigint references delivery on delete set null,  -- the newest that was read
  troubled_since timestamptz,           -- somebody has to look at the feed's deliveries since then
  last_arrival   timestamptz,           -- when something came last, were it the word that nothing has changed
  arrivals       timestamptz[] not null default '{}'  -- the last ones, at least twelve hours apart
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

-- What a feed's polls stop at: a file that cannot be opened, a mail that cannot be read.
create table feed_blocker (
  feed     text not null,
  item     text not null,               -- a file's name; mailbox, UIDVALIDITY and UID of a mail
  name     text not null,               -- file or subject, for people
  identity text not null,               -- what the source calls it
  tries    int not null check (tries >= 0),  -- of this identity
  since    timestamptz not null,        -- of the item, whatever its identity
  reason   text not null,
  primary key (feed, item)
) with (fillfactor = 50);

-- What the last listing of a feed's folder saw besides what it took.
create table feed_folder (
  feed            text primary key,
  unmatched       int not null,         -- files whose names the feed does not ask for
  unmatched_names text[] not null,      -- the first of them
  resting         int not null,         -- files that may still be written
  resting_names   text[] not null
) with (fillfactor = 50);
