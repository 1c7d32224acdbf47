-- Package delivery: a poll that brings nothing new makes no row, and what is kept has an end.

alter table delivery
  -- Later polls that brought nothing new. received_at, content and parts are the last one's.
  add column confirmations int not null default 0 check (confirmations >= 0),
  add column first_received_at timestamptz,  -- null where no poll has confirmed it
  add column said bigint;                    -- hash of all that was found, whatever its order

-- Parts that a delivery has replaced: they leave the archive soon, unless something else needs them.
create table released_part (
  sha256      text primary key,
  released_at timestamptz not null
);

-- Parts whose bytes were erased. The ledger keeps their hash.
create table erased_part (
  sha256    text primary key,
  erased_at timestamptz not null,
  why       text not null
);
