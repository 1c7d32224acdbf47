-- What time it was when the clocks were compared last, so that a doubt about them outlives a restart.
create table clock_line (
  one          boolean primary key default true check (one),
  projected    timestamptz not null,    -- by the clock that was believed last, and the time passed since
  by_database  timestamptz not null
);
