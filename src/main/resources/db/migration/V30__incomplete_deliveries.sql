-- Why a delivery did not come whole; null where it did.
alter table delivery add column incomplete_because text;
