-- What the last listing of a feed's folder saw besides what it took.
create table feed_folder (
  feed             text primary key,
  unmatched        int not null,        -- files whose names the feed does not ask for
  unmatched_names  text[] not null,     -- the first of them
  resting          int not null,        -- files that may still be written
  resting_names    text[] not null
);
