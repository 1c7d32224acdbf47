-- How many records the last delivery held that was plausible in full: what the next ones are measured by.
create table confirmed_size (
  feed          text not null,
  scope         text not null,           -- as in vacancy
  records       int not null,
  confirmed_at  timestamptz not null,
  primary key (feed, scope)
);

-- What left the catalogue lately. Changes of other kinds pay nothing for it.
create index change_left on change (at) where state in ('WITHDRAWN', 'EXPIRED');
