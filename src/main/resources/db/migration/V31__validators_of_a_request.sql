-- Fingerprint of the request that etag and last_modified answer: another address or header is another question.
alter table feed_state add column asked text;
