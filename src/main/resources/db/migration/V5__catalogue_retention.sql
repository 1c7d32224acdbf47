-- Package catalogue: vacancies end, and what was erased stays away.

-- The highest version of a vacancy that was removed: whatever is new begins above it, so that a vacancy
-- that comes back after years has a higher version still.
create table removed_version (
  one     boolean primary key default true check (one),
  version int not null
);
insert into removed_version (version) values (0);

-- Vacancies that are not taken in again, whoever sends them. No foreign key: it outlives the vacancy.
create table suppression (
  vacancy uuid primary key,
  since   timestamptz not null,
  why     text not null
);
