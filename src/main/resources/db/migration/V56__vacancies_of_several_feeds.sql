-- Who else offers a vacancy besides the feed that it stands under: one row for each further feed, or file name.
-- Empty where no two feeds share their keys.
create table vacancy_offer (
  vacancy        uuid not null references vacancy (id),
  feed           text not null,
  scope          text not null,           -- as in vacancy
  partner        text not null,
  input_hash     bigint not null,         -- of the record by which it was offered last
  missing_since  timestamptz,             -- as in vacancy
  notices        text,                    -- as in vacancy
  primary key (vacancy, feed, scope)
);
create index vacancy_offer_of_feed on vacancy_offer (feed, scope);
