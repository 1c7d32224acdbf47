-- One row a feed, kept in the transactions that receive and finish deliveries, so that nobody has to read the
-- whole ledger to know how a feed is.
create table feed_latest (
  feed           text primary key,
  delivery       bigint references delivery (number) on delete set null,  -- the newest that is finished
  read           bigint references delivery (number) on delete set null,  -- the newest that was read
  troubled_since timestamptz,    -- somebody has to look at the feed's deliveries since then
  last_arrival   timestamptz,    -- when something came last, were it the word that nothing has changed
  arrivals       timestamptz[] not null default '{}'  -- the last ones, at least twelve hours apart
);

insert into feed_latest (feed, delivery, read, last_arrival, arrivals)
select feed,
  max(number) filter (where state <> 'RECEIVED'),
  max(number) filter (where state = 'APPLIED'),
  max(received_at) filter (where state <> 'REFUSED' and identity not like 'again %'),
  '{}'
from delivery group by feed;

update feed_latest l set arrivals = coalesce((
  select array_agg(at order by at) from (
    select min(received_at) as at from delivery d
    where d.feed = l.feed and d.state <> 'REFUSED' and d.identity not like 'again %'
    group by floor(extract(epoch from received_at) / 43200) order by 1 desc limit 21) as last), '{}');

update feed_latest l set troubled_since = (
  select min(coalesce(d.finished_at, d.received_at)) from delivery d
  where d.feed = l.feed and d.state <> 'RECEIVED' and d.number > coalesce((
    select max(w.number) from delivery w
    where w.feed = l.feed and w.state in ('APPLIED', 'UNCHANGED') and w.unread_because is null
      and w.held_because is null and w.incomplete_because is null), 0));

-- When the feed was polled first: what never brought anything is silent since then.
alter table feed_state add column first_poll timestamptz;
update feed_state set first_poll = least(last_success, failing_since, last_poll);
