-- Keys by which vacancies are known besides those that their ids were made of.
create table alias (
  ats          text not null,
  key_row      text not null,        -- the row of numbers that the key belongs to; '' for a record's own key
  source_key   text not null,
  id           uuid not null references vacancy (id),
  accepted_at  timestamptz,          -- when an admin said so; null for what was found in deliveries
  primary key (ats, key_row, source_key)
);
