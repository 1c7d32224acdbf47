-- The last request for the detail of each record of a feed's list, and the last answer.
create table detail (
  feed         text not null,
  request      text not null,         -- hash of path and query: a query may hold a key
  asked_hash   bigint not null,       -- of the list's record when it was asked last
  asked_at     timestamptz not null,
  refusal      text,                  -- why nothing came then
  tries        int not null,          -- in a row for which nothing came
  answer       jsonb,                 -- the last answer, as an archived part
  answer_hash  bigint,                -- of the list's record that it was for
  primary key (feed, request)
);
