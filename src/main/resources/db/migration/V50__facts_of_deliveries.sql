-- What somebody has to look into, as the outcome says it; null where there is nothing.
alter table delivery add column unread_because text;  -- why not every part was read to its end
alter table delivery add column held_because text;    -- why the guard kept vacancies that are missing
alter table delivery add column same_as bigint;       -- of an UNCHANGED delivery: the one that was read

-- The only place that reads facts out of notices: those of deliveries from before they were columns.
update delivery d set unread_because = 'A part could not be read to its end (' || n.code || ')'
from (select delivery, min(code) as code from delivery_notice
      where code like 'part-%' and severity = 'ERROR' group by delivery) as n
where n.delivery = d.number;

update delivery d set held_because = 'Vacancies that are missing were kept (' || n.value || ')'
from (select delivery, max(value) as value from delivery_notice
      where code like 'withdrawal-%' and severity = 'WARNING' group by delivery) as n
where n.delivery = d.number;

-- Of a delivery with more notices than are kept, the last ones are lost: the worse is assumed.
update delivery d set
  unread_because = coalesce(unread_because,
    case when complete is false and incomplete_because is null
      then 'It had too many notices to know whether it was read to its end' end),
  held_because = coalesce(held_because,
    case when held_back > 0 then 'Vacancies that are missing were kept (' || held_back || ')' end)
where state in ('APPLIED', 'UNCHANGED') and errors + warnings + infos >= 5000;

update delivery d set same_as = before.applied
from (select number, state, max(number) filter (where state = 'APPLIED')
        over (partition by feed, content order by number) as applied
      from delivery where state in ('APPLIED', 'UNCHANGED')) as before
where before.number = d.number and d.state = 'UNCHANGED';

update delivery set finished_at = received_at where state = 'REFUSED' and finished_at is null;
