-- Deliveries of feeds on trial are read and answered; the catalogue never heard of them.
alter table delivery add column trial boolean not null default false;
