-- What a feed's polls stop at: a file that cannot be opened, a mail that cannot be read.
drop table feed_attempt;
create table feed_blocker (
  feed      text not null,
  item      text not null,           -- a file's name; mailbox, UIDVALIDITY and UID of a mail
  name      text not null,           -- file or subject, for people
  identity  text not null,           -- what the source calls it
  tries     int not null,            -- of this identity
  since     timestamptz not null,    -- of the item, whatever its identity
  reason    text not null,
  primary key (feed, item)
);

-- What the source sent and the catalogue never saw; a changes feed misses it until an admin confirms.
alter table delivery add column lost boolean not null default false;
create index delivery_lost on delivery (feed, number) where lost;
