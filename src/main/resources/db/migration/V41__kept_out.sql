-- Records that their source does not mean for everybody: internal, unlisted, unfinished, not active.
alter table delivery add column kept_out int not null default 0;
