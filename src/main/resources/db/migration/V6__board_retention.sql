-- Package board: tombstones end.

alter table board
  add column pruned_through bigint not null default 0,  -- number of the last tombstone that was removed
  add column version_floor int not null default 0,      -- highest version among those: new ones begin above
  add column configured_at timestamptz;                 -- when the board last had a file, to a day
