--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: alias; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alias (
    ats text NOT NULL,
    key_namespace text NOT NULL,
    source_key text NOT NULL,
    id uuid NOT NULL,
    accepted_at timestamp with time zone
);


--
-- Name: board; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.board (
    id text NOT NULL,
    posted bigint DEFAULT 0 NOT NULL,
    posted_at timestamp with time zone NOT NULL,
    change_cursor bigint DEFAULT 0 NOT NULL,
    selection text
)
WITH (fillfactor='50', autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='500');


--
-- Name: change; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.change (
    number bigint NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    reason text NOT NULL,
    delivery text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT change_state_check CHECK ((state = ANY (ARRAY['SCHEDULED'::text, 'OPEN'::text, 'WITHDRAWN'::text, 'EXPIRED'::text]))),
    CONSTRAINT change_version_check CHECK ((version > 0))
)
WITH (autovacuum_vacuum_scale_factor='0.05');


--
-- Name: change_counter; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.change_counter (
    one boolean DEFAULT true NOT NULL,
    last bigint NOT NULL,
    CONSTRAINT change_counter_one_check CHECK (one)
)
WITH (fillfactor='10', autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='500');


--
-- Name: clock_line; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.clock_line (
    one boolean DEFAULT true NOT NULL,
    projected timestamp with time zone NOT NULL,
    by_database timestamp with time zone NOT NULL,
    CONSTRAINT clock_line_one_check CHECK (one)
)
WITH (fillfactor='10', autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='500');


--
-- Name: confirmed_size; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.confirmed_size (
    feed text NOT NULL,
    scope text NOT NULL,
    records integer NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    CONSTRAINT confirmed_size_records_check CHECK ((records >= 0))
)
WITH (fillfactor='50');


--
-- Name: current_posting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.current_posting (
    board text NOT NULL,
    vacancy uuid NOT NULL,
    number bigint NOT NULL,
    version integer NOT NULL,
    vacancy_version integer NOT NULL,
    listed boolean NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL
)
WITH (fillfactor='90', autovacuum_vacuum_scale_factor='0.05');


--
-- Name: delivery; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.delivery (
    number bigint NOT NULL,
    id text GENERATED ALWAYS AS (((feed || '-'::text) || (number)::text)) STORED,
    feed text NOT NULL,
    partner text NOT NULL,
    transport text NOT NULL,
    name text NOT NULL,
    identity text NOT NULL,
    content text NOT NULL,
    parts jsonb NOT NULL,
    received_at timestamp with time zone NOT NULL,
    source_gone boolean DEFAULT false NOT NULL,
    state text DEFAULT 'RECEIVED'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    try_after timestamp with time zone,
    fingerprint text,
    complete boolean,
    trial boolean DEFAULT false NOT NULL,
    offered integer,
    received integer DEFAULT 0 NOT NULL,
    accepted integer DEFAULT 0 NOT NULL,
    rejected integer DEFAULT 0 NOT NULL,
    kept_out integer DEFAULT 0 NOT NULL,
    changed integer DEFAULT 0 NOT NULL,
    withdrawn integer DEFAULT 0 NOT NULL,
    held_back integer DEFAULT 0 NOT NULL,
    errors integer DEFAULT 0 NOT NULL,
    warnings integer DEFAULT 0 NOT NULL,
    infos integer DEFAULT 0 NOT NULL,
    incomplete_because text,
    unread_because text,
    held_because text,
    same_as bigint,
    lost boolean DEFAULT false NOT NULL,
    outcome text,
    finished_at timestamp with time zone,
    CONSTRAINT delivery_state_check CHECK ((state = ANY (ARRAY['RECEIVED'::text, 'APPLIED'::text, 'UNCHANGED'::text, 'FAILED'::text, 'REFUSED'::text])))
)
WITH (fillfactor='85', autovacuum_vacuum_scale_factor='0.05');


--
-- Name: delivery_notice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.delivery_notice (
    delivery bigint NOT NULL,
    ordinal integer NOT NULL,
    severity text NOT NULL,
    code text NOT NULL,
    part text NOT NULL,
    line integer NOT NULL,
    path text NOT NULL,
    key text NOT NULL,
    field text NOT NULL,
    value text NOT NULL,
    CONSTRAINT delivery_notice_severity_check CHECK ((severity = ANY (ARRAY['ERROR'::text, 'WARNING'::text, 'INFO'::text])))
)
WITH (autovacuum_vacuum_scale_factor='0.05');


--
-- Name: delivery_number_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.delivery ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.delivery_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: detail_request; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.detail_request (
    feed text NOT NULL,
    request text NOT NULL,
    asked_hash bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    refusal text,
    tries integer NOT NULL,
    answer jsonb,
    answer_hash bigint,
    CONSTRAINT detail_request_tries_check CHECK ((tries >= 0))
)
WITH (fillfactor='85');


--
-- Name: feed_blocker; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.feed_blocker (
    feed text NOT NULL,
    item text NOT NULL,
    name text NOT NULL,
    identity text NOT NULL,
    tries integer NOT NULL,
    since timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT feed_blocker_tries_check CHECK ((tries >= 0))
)
WITH (fillfactor='50');


--
-- Name: feed_folder; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.feed_folder (
    feed text NOT NULL,
    unmatched integer NOT NULL,
    unmatched_names text[] NOT NULL,
    resting integer NOT NULL,
    resting_names text[] NOT NULL
)
WITH (fillfactor='50');


--
-- Name: feed_latest; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.feed_latest (
    feed text NOT NULL,
    delivery bigint,
    read bigint,
    troubled_since timestamp with time zone,
    last_arrival timestamp with time zone,
    arrivals timestamp with time zone[] DEFAULT '{}'::timestamp with time zone[] NOT NULL
)
WITH (fillfactor='50', autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='500');


--
-- Name: feed_state; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.feed_state (
    feed text NOT NULL,
    first_poll timestamp with time zone,
    last_poll timestamp with time zone,
    last_success timestamp with time zone,
    failing_since timestamp with time zone,
    failure text,
    not_before timestamp with time zone,
    wait_reason text,
    asked text,
    etag text,
    last_modified text
)
WITH (fillfactor='50', autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='500');


--
-- Name: flyway_schema_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);


--
-- Name: posting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.posting (
    board text NOT NULL,
    number bigint NOT NULL,
    vacancy uuid NOT NULL,
    version integer NOT NULL,
    vacancy_version integer NOT NULL,
    listed boolean NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT posting_vacancy_version_check CHECK ((vacancy_version > 0)),
    CONSTRAINT posting_version_check CHECK ((version > 0))
)
WITH (autovacuum_vacuum_scale_factor='0.05');


--
-- Name: relay; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.relay (
    board text NOT NULL,
    sent bigint DEFAULT 0 NOT NULL
)
WITH (fillfactor='50', autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='500');


--
-- Name: vacancy; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.vacancy (
    id uuid NOT NULL,
    feed text NOT NULL,
    partner text NOT NULL,
    scope text NOT NULL,
    source_key text NOT NULL,
    input_hash bigint NOT NULL,
    content_hash bigint NOT NULL,
    state text NOT NULL,
    version integer NOT NULL,
    date_posted timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    moves_at timestamp with time zone,
    missing_since timestamp with time zone,
    notices text,
    CONSTRAINT vacancy_state_check CHECK ((state = ANY (ARRAY['SCHEDULED'::text, 'OPEN'::text, 'WITHDRAWN'::text, 'EXPIRED'::text]))),
    CONSTRAINT vacancy_version_check CHECK ((version > 0))
)
WITH (fillfactor='90', autovacuum_vacuum_scale_factor='0.05', autovacuum_analyze_scale_factor='0.05');


--
-- Name: vacancy_offer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.vacancy_offer (
    vacancy uuid NOT NULL,
    feed text NOT NULL,
    scope text NOT NULL,
    partner text NOT NULL,
    input_hash bigint NOT NULL,
    missing_since timestamp with time zone,
    notices text
)
WITH (fillfactor='90');


--
-- Name: vacancy_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.vacancy_version (
    id uuid NOT NULL,
    version integer NOT NULL,
    content text NOT NULL,
    CONSTRAINT vacancy_version_version_check CHECK ((version > 0))
)
WITH (autovacuum_vacuum_scale_factor='0.05');


--
-- Data for Name: alias; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.alias VALUES ('kraftbolaget', '', 'OLD-1', '72e41290-e09a-8110-381b-ea1fec387487', '2026-11-28 14:21:45.020366+00');


--
-- Data for Name: board; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.board VALUES ('campaign', 14, '2026-11-23 18:00:00+00', 14, 'Selection[counties=Optional.empty, remote=false, partners=Optional.empty] {kraftbolaget=true}');


--
-- Data for Name: change; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.change VALUES (1, '72e41290-e09a-8110-381b-ea1fec387487', 1, 'OPEN', 'new', 'kraft-jobs-1', '2026-11-22 12:00:00+00');
INSERT INTO public.change VALUES (2, '7ac99010-97d3-8dbf-d44d-e7ec521d22bc', 1, 'OPEN', 'new', 'kraft-jobs-1', '2026-11-22 12:00:00+00');
INSERT INTO public.change VALUES (3, '646114ac-f2f4-a954-1165-33f056ff4dab', 1, 'OPEN', 'new', 'kraft-jobs-1', '2026-11-22 12:00:00+00');
INSERT INTO public.change VALUES (4, '20692832-0cb6-5c6e-e5f5-16a668a26598', 1, 'OPEN', 'new', 'kraft-jobs-1', '2026-11-22 12:00:00+00');
INSERT INTO public.change VALUES (5, 'd0cb1865-09fd-0e50-7840-fd968a94af7f', 1, 'OPEN', 'new', 'kraft-jobs-1', '2026-11-22 12:00:00+00');
INSERT INTO public.change VALUES (6, 'a8eeab09-3f0c-fd43-77a2-ddb88f39f4e2', 1, 'OPEN', 'new', 'kraft-jobs-1', '2026-11-22 12:00:00+00');
INSERT INTO public.change VALUES (7, '3796995b-b9c4-b619-f0de-3a52bbd841c2', 1, 'OPEN', 'new', 'kraft-jobs-1', '2026-11-22 12:00:00+00');
INSERT INTO public.change VALUES (8, '43b2fa2d-5ab7-766c-fe08-4db2495ce0c7', 1, 'OPEN', 'new', 'kraft-jobs-1', '2026-11-22 12:00:00+00');
INSERT INTO public.change VALUES (9, '4386adc8-a6a7-9813-2843-8401949daaf5', 1, 'OPEN', 'new', 'kraft-jobs-1', '2026-11-22 12:00:00+00');
INSERT INTO public.change VALUES (10, 'cd9b8e49-5d8b-a771-5bee-a9bbd7877807', 1, 'OPEN', 'new', 'kraft-jobs-1', '2026-11-22 12:00:00+00');
INSERT INTO public.change VALUES (11, 'dd4fc4ce-5d52-f2b9-ee73-d16f1a8fa184', 1, 'OPEN', 'new', 'kraft-jobs-1', '2026-11-22 12:00:00+00');
INSERT INTO public.change VALUES (12, 'a9c3eef2-aaf6-cfec-e66d-7a36e312c4b4', 1, 'OPEN', 'new', 'kraft-jobs-1', '2026-11-22 12:00:00+00');
INSERT INTO public.change VALUES (13, 'd0cb1865-09fd-0e50-7840-fd968a94af7f', 2, 'OPEN', 'changed', 'kraft-jobs-2', '2026-11-22 12:00:00+00');
INSERT INTO public.change VALUES (14, '3796995b-b9c4-b619-f0de-3a52bbd841c2', 2, 'WITHDRAWN', 'absent', 'kraft-jobs-5', '2026-11-23 18:00:00+00');


--
-- Data for Name: change_counter; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.change_counter VALUES (true, 14);


--
-- Data for Name: clock_line; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.clock_line VALUES (true, '2026-11-23 18:00:00+00', '2026-11-23 18:00:00+00');


--
-- Data for Name: confirmed_size; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.confirmed_size VALUES ('kraft-jobs', '', 11, '2026-11-23 18:00:00+00');


--
-- Data for Name: current_posting; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.current_posting VALUES ('campaign', '20692832-0cb6-5c6e-e5f5-16a668a26598', 1, 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.current_posting VALUES ('campaign', '4386adc8-a6a7-9813-2843-8401949daaf5', 3, 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.current_posting VALUES ('campaign', '43b2fa2d-5ab7-766c-fe08-4db2495ce0c7', 4, 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.current_posting VALUES ('campaign', '646114ac-f2f4-a954-1165-33f056ff4dab', 5, 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.current_posting VALUES ('campaign', '72e41290-e09a-8110-381b-ea1fec387487', 6, 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.current_posting VALUES ('campaign', '7ac99010-97d3-8dbf-d44d-e7ec521d22bc', 7, 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.current_posting VALUES ('campaign', 'a8eeab09-3f0c-fd43-77a2-ddb88f39f4e2', 8, 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.current_posting VALUES ('campaign', 'a9c3eef2-aaf6-cfec-e66d-7a36e312c4b4', 9, 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.current_posting VALUES ('campaign', 'cd9b8e49-5d8b-a771-5bee-a9bbd7877807', 10, 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.current_posting VALUES ('campaign', 'dd4fc4ce-5d52-f2b9-ee73-d16f1a8fa184', 12, 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.current_posting VALUES ('campaign', 'd0cb1865-09fd-0e50-7840-fd968a94af7f', 13, 2, 2, true, 'changed', '2026-11-22 12:00:00+00');
INSERT INTO public.current_posting VALUES ('campaign', '3796995b-b9c4-b619-f0de-3a52bbd841c2', 14, 2, 2, false, 'absent', '2026-11-23 18:00:00+00');


--
-- Data for Name: delivery; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.delivery OVERRIDING SYSTEM VALUE VALUES (1, DEFAULT, 'kraft-jobs', 'kraftbolaget', 'sftp', 'jobs.csv', 'jobs.csv|0|156faf4e2d30e111899aab2357f916e139663ce83c48339f4316480908242f4c', '156faf4e2d30e111899aab2357f916e139663ce83c48339f4316480908242f4c', '[{"name": "jobs.csv", "size": 1015, "check": -9135859747124246802, "sha256": "7ff835693433b0baf18770f06080516f3879277d9df06c07a805938e2d9f1511"}]', '2026-11-22 12:00:00+00', true, 'APPLIED', 0, NULL, '190e80aa067fb670', true, false, 0, 12, 12, 0, 0, 12, 0, 0, 0, 1, 0, NULL, NULL, NULL, NULL, false, '12 received, 12 accepted (12 new or changed), 0 rejected, 0 withdrawn, 0 missing but kept; 1 notice', '2026-11-22 12:00:00+00');
INSERT INTO public.delivery OVERRIDING SYSTEM VALUE VALUES (4, DEFAULT, 'kraft-jobs', 'kraftbolaget', 'sftp', 'jobs.csv', 'jobs.csv|3|fef0cf239fcb9b340a2595a7c4ab4f3edc898e15be77da64f8a40cf37627574f', 'fef0cf239fcb9b340a2595a7c4ab4f3edc898e15be77da64f8a40cf37627574f', '[{"name": "jobs.csv", "size": 938, "check": -1825980898320244860, "sha256": "8e5978e155a08b6311a41415e0fb1514d993755eed96ed11bbf6e95c7ab8efa4"}]', '2026-11-22 12:00:00+00', true, 'APPLIED', 0, NULL, '190e80aa067fb670', true, false, 12, 11, 11, 0, 0, 0, 0, 1, 0, 1, 1, NULL, NULL, NULL, NULL, false, '11 received, 11 accepted (0 new or changed), 0 rejected, 0 withdrawn, 1 missing but kept; 2 notices', '2026-11-22 12:00:00+00');
INSERT INTO public.delivery OVERRIDING SYSTEM VALUE VALUES (2, DEFAULT, 'kraft-jobs', 'kraftbolaget', 'sftp', 'jobs.csv', 'jobs.csv|1|7e14724d7581a715345cfedb2dd5eb7733b0ff130d0afe25f3fa5bfb9a84e517', '7e14724d7581a715345cfedb2dd5eb7733b0ff130d0afe25f3fa5bfb9a84e517', '[{"name": "jobs.csv", "size": 1018, "check": 5695410328546224704, "sha256": "5beef2428a1cd7354f3815844d4fcea67f414f74b417778ad484bba85cb3a363"}]', '2026-11-22 12:00:00+00', true, 'APPLIED', 0, NULL, '190e80aa067fb670', true, false, 12, 12, 12, 0, 0, 1, 0, 0, 0, 1, 0, NULL, NULL, NULL, NULL, false, '12 received, 12 accepted (1 new or changed), 0 rejected, 0 withdrawn, 0 missing but kept; 1 notice', '2026-11-22 12:00:00+00');
INSERT INTO public.delivery OVERRIDING SYSTEM VALUE VALUES (3, DEFAULT, 'kraft-jobs', 'kraftbolaget', 'sftp', 'jobs.csv', 'jobs.csv|2|7e14724d7581a715345cfedb2dd5eb7733b0ff130d0afe25f3fa5bfb9a84e517', '7e14724d7581a715345cfedb2dd5eb7733b0ff130d0afe25f3fa5bfb9a84e517', '[{"name": "jobs.csv", "size": 1018, "check": 5695410328546224704, "sha256": "5beef2428a1cd7354f3815844d4fcea67f414f74b417778ad484bba85cb3a363"}]', '2026-11-22 12:00:00+00', true, 'UNCHANGED', 0, NULL, '190e80aa067fb670', true, false, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, NULL, 2, false, 'the same as kraft-jobs-2: 12 received, 12 accepted, 0 rejected, 1 notice', '2026-11-22 12:00:00+00');
INSERT INTO public.delivery OVERRIDING SYSTEM VALUE VALUES (5, DEFAULT, 'kraft-jobs', 'kraftbolaget', 'sftp', 'jobs.csv', 'jobs.csv|4|fef0cf239fcb9b340a2595a7c4ab4f3edc898e15be77da64f8a40cf37627574f', 'fef0cf239fcb9b340a2595a7c4ab4f3edc898e15be77da64f8a40cf37627574f', '[{"name": "jobs.csv", "size": 938, "check": -1825980898320244860, "sha256": "8e5978e155a08b6311a41415e0fb1514d993755eed96ed11bbf6e95c7ab8efa4"}]', '2026-11-23 18:00:00+00', true, 'UNCHANGED', 0, NULL, '190e80aa067fb670', true, false, NULL, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, NULL, NULL, NULL, 4, false, 'the same as kraft-jobs-4: 11 received, 11 accepted, 0 rejected, 2 notices; now 1 withdrawn, 0 missing but kept', '2026-11-23 18:00:00+00');
INSERT INTO public.delivery OVERRIDING SYSTEM VALUE VALUES (6, DEFAULT, 'kraft-jobs', 'kraftbolaget', 'sftp', 'jobs.csv', 'jobs.csv|5|eb49292e04b6ae3c78a63deb8c7b2998ac10eb53f2a639899b31126c41a76f2a', 'eb49292e04b6ae3c78a63deb8c7b2998ac10eb53f2a639899b31126c41a76f2a', '[{"name": "jobs.csv", "size": 936, "check": -7417077197338664087, "sha256": "4ecbd5f5f8d1f982fb3dd6d383c9f2ed7334acc2f0c42c96745f1f865f3f73c8"}]', '2026-11-23 18:00:00+00', false, 'APPLIED', 0, NULL, '190e80aa067fb670', false, false, 11, 11, 10, 1, 0, 0, 0, 1, 1, 2, 0, NULL, NULL, 'Not all of the delivery could be read, so nothing is withdrawn (1 of 11 missing). Its other notices say which part or record; correct it and send the whole delivery again.', NULL, false, '11 received, 10 accepted (0 new or changed), 1 rejected, 0 withdrawn, 1 missing but kept; 3 notices', '2026-11-23 18:00:00+00');


--
-- Data for Name: delivery_notice; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.delivery_notice VALUES (1, 1, 'WARNING', 'description-missing', 'jobs.csv', 10, 'row 10', 'K9', 'descriptionHtml', '');
INSERT INTO public.delivery_notice VALUES (2, 1, 'WARNING', 'description-missing', 'jobs.csv', 10, 'row 10', 'K9', 'descriptionHtml', '');
INSERT INTO public.delivery_notice VALUES (4, 1, 'INFO', 'withdrawal-waits', 'jobs.csv', 0, '', '', '', '1 of 12 missing');
INSERT INTO public.delivery_notice VALUES (4, 2, 'WARNING', 'description-missing', 'jobs.csv', 9, 'row 9', 'K9', 'descriptionHtml', '');
INSERT INTO public.delivery_notice VALUES (6, 1, 'WARNING', 'withdrawal-not-proven', 'jobs.csv', 0, '', '', '', '1 of 11 missing');
INSERT INTO public.delivery_notice VALUES (6, 2, 'ERROR', 'record-without-key', 'jobs.csv', 4, 'row 4', '', '', '');
INSERT INTO public.delivery_notice VALUES (6, 3, 'WARNING', 'description-missing', 'jobs.csv', 9, 'row 9', 'K9', 'descriptionHtml', '');


--
-- Data for Name: detail_request; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.detail_request VALUES ('x-jobs', '0123', 5, '2026-11-28 14:21:45.027964+00', NULL, 0, '{"name": "detail", "size": 1, "check": 2, "sha256": "ab"}', 5);


--
-- Data for Name: feed_blocker; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: feed_folder; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: feed_latest; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.feed_latest VALUES ('kraft-jobs', 6, 6, '2026-11-23 18:00:00+00', '2026-11-23 18:00:00+00', '{"2026-11-22 12:00:00+00","2026-11-23 18:00:00+00"}');


--
-- Data for Name: feed_state; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: flyway_schema_history; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.flyway_schema_history VALUES (1, '1', 'delivery', 'SQL', 'V1__delivery.sql', 1345817783, 'postgres', '2026-11-28 14:21:42.914962', 36, true);
INSERT INTO public.flyway_schema_history VALUES (2, '2', 'catalogue', 'SQL', 'V2__catalogue.sql', 980459097, 'postgres', '2026-11-28 14:21:43.012526', 36, true);
INSERT INTO public.flyway_schema_history VALUES (3, '3', 'board', 'SQL', 'V3__board.sql', 834972264, 'postgres', '2026-11-28 14:21:43.070024', 16, true);


--
-- Data for Name: posting; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.posting VALUES ('campaign', 1, '20692832-0cb6-5c6e-e5f5-16a668a26598', 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.posting VALUES ('campaign', 2, '3796995b-b9c4-b619-f0de-3a52bbd841c2', 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.posting VALUES ('campaign', 3, '4386adc8-a6a7-9813-2843-8401949daaf5', 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.posting VALUES ('campaign', 4, '43b2fa2d-5ab7-766c-fe08-4db2495ce0c7', 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.posting VALUES ('campaign', 5, '646114ac-f2f4-a954-1165-33f056ff4dab', 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.posting VALUES ('campaign', 6, '72e41290-e09a-8110-381b-ea1fec387487', 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.posting VALUES ('campaign', 7, '7ac99010-97d3-8dbf-d44d-e7ec521d22bc', 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.posting VALUES ('campaign', 8, 'a8eeab09-3f0c-fd43-77a2-ddb88f39f4e2', 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.posting VALUES ('campaign', 9, 'a9c3eef2-aaf6-cfec-e66d-7a36e312c4b4', 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.posting VALUES ('campaign', 10, 'cd9b8e49-5d8b-a771-5bee-a9bbd7877807', 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.posting VALUES ('campaign', 11, 'd0cb1865-09fd-0e50-7840-fd968a94af7f', 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.posting VALUES ('campaign', 12, 'dd4fc4ce-5d52-f2b9-ee73-d16f1a8fa184', 1, 1, true, 'selection', '2026-11-22 12:00:00+00');
INSERT INTO public.posting VALUES ('campaign', 13, 'd0cb1865-09fd-0e50-7840-fd968a94af7f', 2, 2, true, 'changed', '2026-11-22 12:00:00+00');
INSERT INTO public.posting VALUES ('campaign', 14, '3796995b-b9c4-b619-f0de-3a52bbd841c2', 2, 2, false, 'absent', '2026-11-23 18:00:00+00');


--
-- Data for Name: relay; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.relay VALUES ('campaign', 3);


--
-- Data for Name: vacancy; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.vacancy VALUES ('72e41290-e09a-8110-381b-ea1fec387487', 'kraft-jobs', 'kraftbolaget', '', 'K1', 3691045978192746001, -664042576084465558, 'OPEN', 1, '2026-11-22 12:00:00+00', '2026-12-24 23:00:00+00', '2026-12-24 23:00:00+00', NULL, NULL);
INSERT INTO public.vacancy VALUES ('7ac99010-97d3-8dbf-d44d-e7ec521d22bc', 'kraft-jobs', 'kraftbolaget', '', 'K2', -5229544137685910, -7885325548900456337, 'OPEN', 1, '2026-11-22 12:00:00+00', '2026-12-24 23:00:00+00', '2026-12-24 23:00:00+00', NULL, NULL);
INSERT INTO public.vacancy VALUES ('646114ac-f2f4-a954-1165-33f056ff4dab', 'kraft-jobs', 'kraftbolaget', '', 'K3', 4058104442982898769, 4978284259331584803, 'OPEN', 1, '2026-11-22 12:00:00+00', '2026-12-24 23:00:00+00', '2026-12-24 23:00:00+00', NULL, NULL);
INSERT INTO public.vacancy VALUES ('20692832-0cb6-5c6e-e5f5-16a668a26598', 'kraft-jobs', 'kraftbolaget', '', 'K4', 7220808141554480253, -1185372337365148365, 'OPEN', 1, '2026-11-22 12:00:00+00', '2026-12-24 23:00:00+00', '2026-12-24 23:00:00+00', NULL, NULL);
INSERT INTO public.vacancy VALUES ('a8eeab09-3f0c-fd43-77a2-ddb88f39f4e2', 'kraft-jobs', 'kraftbolaget', '', 'K6', -5257390384844808979, 8686807071097470689, 'OPEN', 1, '2026-11-22 12:00:00+00', '2026-12-24 23:00:00+00', '2026-12-24 23:00:00+00', NULL, NULL);
INSERT INTO public.vacancy VALUES ('43b2fa2d-5ab7-766c-fe08-4db2495ce0c7', 'kraft-jobs', 'kraftbolaget', '', 'K8', -1460557515091672568, 272424516894922199, 'OPEN', 1, '2026-11-22 12:00:00+00', '2026-12-24 23:00:00+00', '2026-12-24 23:00:00+00', NULL, NULL);
INSERT INTO public.vacancy VALUES ('4386adc8-a6a7-9813-2843-8401949daaf5', 'kraft-jobs', 'kraftbolaget', '', 'K9', 6524774697733480059, -7048310004487505226, 'OPEN', 1, '2026-11-22 12:00:00+00', '2026-12-24 23:00:00+00', '2026-12-24 23:00:00+00', NULL, '[["description-missing","descriptionHtml",""]]');
INSERT INTO public.vacancy VALUES ('cd9b8e49-5d8b-a771-5bee-a9bbd7877807', 'kraft-jobs', 'kraftbolaget', '', 'K10', -4557871012496441443, -5457675538827460125, 'OPEN', 1, '2026-11-22 12:00:00+00', '2026-12-24 23:00:00+00', '2026-12-24 23:00:00+00', NULL, NULL);
INSERT INTO public.vacancy VALUES ('dd4fc4ce-5d52-f2b9-ee73-d16f1a8fa184', 'kraft-jobs', 'kraftbolaget', '', 'K11', -5520017059655132879, 2484838445286486067, 'OPEN', 1, '2026-11-22 12:00:00+00', '2026-12-24 23:00:00+00', '2026-12-24 23:00:00+00', NULL, NULL);
INSERT INTO public.vacancy VALUES ('a9c3eef2-aaf6-cfec-e66d-7a36e312c4b4', 'kraft-jobs', 'kraftbolaget', '', 'K12', -4055300226551639440, -3736073725899218734, 'OPEN', 1, '2026-11-22 12:00:00+00', '2026-12-24 23:00:00+00', '2026-12-24 23:00:00+00', NULL, NULL);
INSERT INTO public.vacancy VALUES ('d0cb1865-09fd-0e50-7840-fd968a94af7f', 'kraft-jobs', 'kraftbolaget', '', 'K5', 6676140915889459847, 4359959003385171854, 'OPEN', 2, '2026-11-22 12:00:00+00', '2026-12-24 23:00:00+00', '2026-12-24 23:00:00+00', NULL, NULL);
INSERT INTO public.vacancy VALUES ('3796995b-b9c4-b619-f0de-3a52bbd841c2', 'kraft-jobs', 'kraftbolaget', '', 'K7', 1903908964862305188, -61207714552890530, 'WITHDRAWN', 2, '2026-11-22 12:00:00+00', '2026-12-24 23:00:00+00', NULL, NULL, NULL);


--
-- Data for Name: vacancy_offer; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.vacancy_offer VALUES ('7ac99010-97d3-8dbf-d44d-e7ec521d22bc', 'kraft-more', '', 'kraftbolaget', 5, NULL, NULL);


--
-- Data for Name: vacancy_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.vacancy_version VALUES ('72e41290-e09a-8110-381b-ea1fec387487', 1, '{"id":"72e41290e09a8110381bea1fec387487","partner":"kraftbolaget","sourceKey":"K1","requisition":"K1","datePosted":"2026-11-22T12:00:00Z","deadline":{"at":"2026-12-24T23:00:00Z"},"language":"sv","title":"Montör 1","descriptionHtml":"<p>Du bygger elnät.</p>","descriptionText":"Du bygger elnät.","employer":{"name":"Kraftbolaget","unitPath":[]},"locations":[{"city":"Skellefteå","municipalityCode":"2482","regionCode":"24","country":"SE","rawText":"Skellefteå"}],"workplace":"UNKNOWN","contract":"UNKNOWN","hours":"UNKNOWN","occupations":[],"application":{"applyUrl":"https://jobb.example.se/1"}}');
INSERT INTO public.vacancy_version VALUES ('7ac99010-97d3-8dbf-d44d-e7ec521d22bc', 1, '{"id":"7ac9901097d38dbfd44de7ec521d22bc","partner":"kraftbolaget","sourceKey":"K2","requisition":"K2","datePosted":"2026-11-22T12:00:00Z","deadline":{"at":"2026-12-24T23:00:00Z"},"language":"sv","title":"Montör 2","descriptionHtml":"<p>Du bygger elnät.</p>","descriptionText":"Du bygger elnät.","employer":{"name":"Kraftbolaget","unitPath":[]},"locations":[{"city":"Skellefteå","municipalityCode":"2482","regionCode":"24","country":"SE","rawText":"Skellefteå"}],"workplace":"UNKNOWN","contract":"UNKNOWN","hours":"UNKNOWN","occupations":[],"application":{"applyUrl":"https://jobb.example.se/2"}}');
INSERT INTO public.vacancy_version VALUES ('646114ac-f2f4-a954-1165-33f056ff4dab', 1, '{"id":"646114acf2f4a954116533f056ff4dab","partner":"kraftbolaget","sourceKey":"K3","requisition":"K3","datePosted":"2026-11-22T12:00:00Z","deadline":{"at":"2026-12-24T23:00:00Z"},"language":"sv","title":"Montör 3","descriptionHtml":"<p>Du bygger elnät.</p>","descriptionText":"Du bygger elnät.","employer":{"name":"Kraftbolaget","unitPath":[]},"locations":[{"city":"Skellefteå","municipalityCode":"2482","regionCode":"24","country":"SE","rawText":"Skellefteå"}],"workplace":"UNKNOWN","contract":"UNKNOWN","hours":"UNKNOWN","occupations":[],"application":{"applyUrl":"https://jobb.example.se/3"}}');
INSERT INTO public.vacancy_version VALUES ('20692832-0cb6-5c6e-e5f5-16a668a26598', 1, '{"id":"206928320cb65c6ee5f516a668a26598","partner":"kraftbolaget","sourceKey":"K4","requisition":"K4","datePosted":"2026-11-22T12:00:00Z","deadline":{"at":"2026-12-24T23:00:00Z"},"language":"sv","title":"Montör 4","descriptionHtml":"<p>Du bygger elnät.</p>","descriptionText":"Du bygger elnät.","employer":{"name":"Kraftbolaget","unitPath":[]},"locations":[{"city":"Skellefteå","municipalityCode":"2482","regionCode":"24","country":"SE","rawText":"Skellefteå"}],"workplace":"UNKNOWN","contract":"UNKNOWN","hours":"UNKNOWN","occupations":[],"application":{"applyUrl":"https://jobb.example.se/4"}}');
INSERT INTO public.vacancy_version VALUES ('d0cb1865-09fd-0e50-7840-fd968a94af7f', 1, '{"id":"d0cb186509fd0e507840fd968a94af7f","partner":"kraftbolaget","sourceKey":"K5","requisition":"K5","datePosted":"2026-11-22T12:00:00Z","deadline":{"at":"2026-12-24T23:00:00Z"},"language":"sv","title":"Montör 5","descriptionHtml":"<p>Du bygger elnät.</p>","descriptionText":"Du bygger elnät.","employer":{"name":"Kraftbolaget","unitPath":[]},"locations":[{"city":"Skellefteå","municipalityCode":"2482","regionCode":"24","country":"SE","rawText":"Skellefteå"}],"workplace":"UNKNOWN","contract":"UNKNOWN","hours":"UNKNOWN","occupations":[],"application":{"applyUrl":"https://jobb.example.se/5"}}');
INSERT INTO public.vacancy_version VALUES ('a8eeab09-3f0c-fd43-77a2-ddb88f39f4e2', 1, '{"id":"a8eeab093f0cfd4377a2ddb88f39f4e2","partner":"kraftbolaget","sourceKey":"K6","requisition":"K6","datePosted":"2026-11-22T12:00:00Z","deadline":{"at":"2026-12-24T23:00:00Z"},"language":"sv","title":"Montör 6","descriptionHtml":"<p>Du bygger elnät.</p>","descriptionText":"Du bygger elnät.","employer":{"name":"Kraftbolaget","unitPath":[]},"locations":[{"city":"Skellefteå","municipalityCode":"2482","regionCode":"24","country":"SE","rawText":"Skellefteå"}],"workplace":"UNKNOWN","contract":"UNKNOWN","hours":"UNKNOWN","occupations":[],"application":{"applyUrl":"https://jobb.example.se/6"}}');
INSERT INTO public.vacancy_version VALUES ('3796995b-b9c4-b619-f0de-3a52bbd841c2', 1, '{"id":"3796995bb9c4b619f0de3a52bbd841c2","partner":"kraftbolaget","sourceKey":"K7","requisition":"K7","datePosted":"2026-11-22T12:00:00Z","deadline":{"at":"2026-12-24T23:00:00Z"},"language":"sv","title":"Montör 7","descriptionHtml":"<p>Du bygger elnät.</p>","descriptionText":"Du bygger elnät.","employer":{"name":"Kraftbolaget","unitPath":[]},"locations":[{"city":"Skellefteå","municipalityCode":"2482","regionCode":"24","country":"SE","rawText":"Skellefteå"}],"workplace":"UNKNOWN","contract":"UNKNOWN","hours":"UNKNOWN","occupations":[],"application":{"applyUrl":"https://jobb.example.se/7"}}');
INSERT INTO public.vacancy_version VALUES ('43b2fa2d-5ab7-766c-fe08-4db2495ce0c7', 1, '{"id":"43b2fa2d5ab7766cfe084db2495ce0c7","partner":"kraftbolaget","sourceKey":"K8","requisition":"K8","datePosted":"2026-11-22T12:00:00Z","deadline":{"at":"2026-12-24T23:00:00Z"},"language":"sv","title":"Montör 8","descriptionHtml":"<p>Du bygger elnät.</p>","descriptionText":"Du bygger elnät.","employer":{"name":"Kraftbolaget","unitPath":[]},"locations":[{"city":"Skellefteå","municipalityCode":"2482","regionCode":"24","country":"SE","rawText":"Skellefteå"}],"workplace":"UNKNOWN","contract":"UNKNOWN","hours":"UNKNOWN","occupations":[],"application":{"applyUrl":"https://jobb.example.se/8"}}');
INSERT INTO public.vacancy_version VALUES ('4386adc8-a6a7-9813-2843-8401949daaf5', 1, '{"id":"4386adc8a6a7981328438401949daaf5","partner":"kraftbolaget","sourceKey":"K9","requisition":"K9","datePosted":"2026-11-22T12:00:00Z","deadline":{"at":"2026-12-24T23:00:00Z"},"language":"sv","title":"Montör 9","descriptionHtml":"","descriptionText":"","employer":{"name":"Kraftbolaget","unitPath":[]},"locations":[{"city":"Skellefteå","municipalityCode":"2482","regionCode":"24","country":"SE","rawText":"Skellefteå"}],"workplace":"UNKNOWN","contract":"UNKNOWN","hours":"UNKNOWN","occupations":[],"application":{"applyUrl":"https://jobb.example.se/9"}}');
INSERT INTO public.vacancy_version VALUES ('cd9b8e49-5d8b-a771-5bee-a9bbd7877807', 1, '{"id":"cd9b8e495d8ba7715beea9bbd7877807","partner":"kraftbolaget","sourceKey":"K10","requisition":"K10","datePosted":"2026-11-22T12:00:00Z","deadline":{"at":"2026-12-24T23:00:00Z"},"language":"sv","title":"Montör 10","descriptionHtml":"<p>Du bygger elnät.</p>","descriptionText":"Du bygger elnät.","employer":{"name":"Kraftbolaget","unitPath":[]},"locations":[{"city":"Skellefteå","municipalityCode":"2482","regionCode":"24","country":"SE","rawText":"Skellefteå"}],"workplace":"UNKNOWN","contract":"UNKNOWN","hours":"UNKNOWN","occupations":[],"application":{"applyUrl":"https://jobb.example.se/10"}}');
INSERT INTO public.vacancy_version VALUES ('dd4fc4ce-5d52-f2b9-ee73-d16f1a8fa184', 1, '{"id":"dd4fc4ce5d52f2b9ee73d16f1a8fa184","partner":"kraftbolaget","sourceKey":"K11","requisition":"K11","datePosted":"2026-11-22T12:00:00Z","deadline":{"at":"2026-12-24T23:00:00Z"},"language":"sv","title":"Montör 11","descriptionHtml":"<p>Du bygger elnät.</p>","descriptionText":"Du bygger elnät.","employer":{"name":"Kraftbolaget","unitPath":[]},"locations":[{"city":"Skellefteå","municipalityCode":"2482","regionCode":"24","country":"SE","rawText":"Skellefteå"}],"workplace":"UNKNOWN","contract":"UNKNOWN","hours":"UNKNOWN","occupations":[],"application":{"applyUrl":"https://jobb.example.se/11"}}');
INSERT INTO public.vacancy_version VALUES ('a9c3eef2-aaf6-cfec-e66d-7a36e312c4b4', 1, '{"id":"a9c3eef2aaf6cfece66d7a36e312c4b4","partner":"kraftbolaget","sourceKey":"K12","requisition":"K12","datePosted":"2026-11-22T12:00:00Z","deadline":{"at":"2026-12-24T23:00:00Z"},"language":"sv","title":"Montör 12","descriptionHtml":"<p>Du bygger elnät.</p>","descriptionText":"Du bygger elnät.","employer":{"name":"Kraftbolaget","unitPath":[]},"locations":[{"city":"Skellefteå","municipalityCode":"2482","regionCode":"24","country":"SE","rawText":"Skellefteå"}],"workplace":"UNKNOWN","contract":"UNKNOWN","hours":"UNKNOWN","occupations":[],"application":{"applyUrl":"https://jobb.example.se/12"}}');
INSERT INTO public.vacancy_version VALUES ('d0cb1865-09fd-0e50-7840-fd968a94af7f', 2, '{"id":"d0cb186509fd0e507840fd968a94af7f","partner":"kraftbolaget","sourceKey":"K5","requisition":"K5","datePosted":"2026-11-22T12:00:00Z","deadline":{"at":"2026-12-24T23:00:00Z"},"language":"sv","title":"Elektriker 5","descriptionHtml":"<p>Du bygger elnät.</p>","descriptionText":"Du bygger elnät.","employer":{"name":"Kraftbolaget","unitPath":[]},"locations":[{"city":"Skellefteå","municipalityCode":"2482","regionCode":"24","country":"SE","rawText":"Skellefteå"}],"workplace":"UNKNOWN","contract":"UNKNOWN","hours":"UNKNOWN","occupations":[],"application":{"applyUrl":"https://jobb.example.se/5"}}');


--
-- Name: delivery_number_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.delivery_number_seq', 6, true);


--
-- Name: alias alias_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alias
    ADD CONSTRAINT alias_pkey PRIMARY KEY (ats, key_namespace, source_key);


--
-- Name: board board_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.board
    ADD CONSTRAINT board_pkey PRIMARY KEY (id);


--
-- Name: change_counter change_counter_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.change_counter
    ADD CONSTRAINT change_counter_pkey PRIMARY KEY (one);


--
-- Name: change change_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.change
    ADD CONSTRAINT change_pkey PRIMARY KEY (number);


--
-- Name: clock_line clock_line_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.clock_line
    ADD CONSTRAINT clock_line_pkey PRIMARY KEY (one);


--
-- Name: confirmed_size confirmed_size_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.confirmed_size
    ADD CONSTRAINT confirmed_size_pkey PRIMARY KEY (feed, scope);


--
-- Name: current_posting current_posting_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.current_posting
    ADD CONSTRAINT current_posting_pkey PRIMARY KEY (board, vacancy);


--
-- Name: delivery delivery_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_id_key UNIQUE (id);


--
-- Name: delivery_notice delivery_notice_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery_notice
    ADD CONSTRAINT delivery_notice_pkey PRIMARY KEY (delivery, ordinal);


--
-- Name: delivery delivery_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (number);


--
-- Name: detail_request detail_request_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.detail_request
    ADD CONSTRAINT detail_request_pkey PRIMARY KEY (feed, request);


--
-- Name: feed_blocker feed_blocker_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.feed_blocker
    ADD CONSTRAINT feed_blocker_pkey PRIMARY KEY (feed, item);


--
-- Name: feed_folder feed_folder_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.feed_folder
    ADD CONSTRAINT feed_folder_pkey PRIMARY KEY (feed);


--
-- Name: feed_latest feed_latest_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.feed_latest
    ADD CONSTRAINT feed_latest_pkey PRIMARY KEY (feed);


--
-- Name: feed_state feed_state_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.feed_state
    ADD CONSTRAINT feed_state_pkey PRIMARY KEY (feed);


--
-- Name: flyway_schema_history flyway_schema_history_pk; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);


--
-- Name: posting posting_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.posting
    ADD CONSTRAINT posting_pkey PRIMARY KEY (board, number);


--
-- Name: relay relay_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.relay
    ADD CONSTRAINT relay_pkey PRIMARY KEY (board);


--
-- Name: vacancy_offer vacancy_offer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vacancy_offer
    ADD CONSTRAINT vacancy_offer_pkey PRIMARY KEY (vacancy, feed, scope);


--
-- Name: vacancy vacancy_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vacancy
    ADD CONSTRAINT vacancy_pkey PRIMARY KEY (id);


--
-- Name: vacancy_version vacancy_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vacancy_version
    ADD CONSTRAINT vacancy_version_pkey PRIMARY KEY (id, version);


--
-- Name: alias_of_vacancy; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX alias_of_vacancy ON public.alias USING btree (id);


--
-- Name: change_left; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX change_left ON public.change USING btree (at) WHERE (state = ANY (ARRAY['WITHDRAWN'::text, 'EXPIRED'::text]));


--
-- Name: change_of_vacancy; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX change_of_vacancy ON public.change USING btree (id, version);


--
-- Name: current_posting_by_number; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX current_posting_by_number ON public.current_posting USING btree (board, number);


--
-- Name: current_posting_listed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX current_posting_listed ON public.current_posting USING btree (board, vacancy) WHERE listed;


--
-- Name: delivery_applied; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX delivery_applied ON public.delivery USING btree (feed, number DESC) WHERE (state = ANY (ARRAY['APPLIED'::text, 'UNCHANGED'::text]));


--
-- Name: delivery_identity; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX delivery_identity ON public.delivery USING btree (feed, identity) WHERE (NOT source_gone);


--
-- Name: delivery_lost; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX delivery_lost ON public.delivery USING btree (feed, number) WHERE lost;


--
-- Name: delivery_same_as; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX delivery_same_as ON public.delivery USING btree (same_as) WHERE (same_as IS NOT NULL);


--
-- Name: delivery_unfinished; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX delivery_unfinished ON public.delivery USING btree (feed, number) WHERE (state = 'RECEIVED'::text);


--
-- Name: flyway_schema_history_s_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (success);


--
-- Name: posting_of_vacancy; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX posting_of_vacancy ON public.posting USING btree (vacancy);


--
-- Name: vacancy_missing; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX vacancy_missing ON public.vacancy USING btree (feed, scope) WHERE (missing_since IS NOT NULL);


--
-- Name: vacancy_moves; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX vacancy_moves ON public.vacancy USING btree (moves_at) WHERE (moves_at IS NOT NULL);


--
-- Name: vacancy_offer_of_feed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX vacancy_offer_of_feed ON public.vacancy_offer USING btree (feed, scope);


--
-- Name: vacancy_offered; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX vacancy_offered ON public.vacancy USING btree (feed, scope, id) WHERE (state = ANY (ARRAY['OPEN'::text, 'SCHEDULED'::text]));


--
-- Name: vacancy_partner; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX vacancy_partner ON public.vacancy USING btree (partner);


--
-- Name: alias alias_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alias
    ADD CONSTRAINT alias_id_fkey FOREIGN KEY (id) REFERENCES public.vacancy(id);


--
-- Name: change change_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.change
    ADD CONSTRAINT change_id_fkey FOREIGN KEY (id) REFERENCES public.vacancy(id);


--
-- Name: current_posting current_posting_board_number_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.current_posting
    ADD CONSTRAINT current_posting_board_number_fkey FOREIGN KEY (board, number) REFERENCES public.posting(board, number);


--
-- Name: delivery_notice delivery_notice_delivery_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery_notice
    ADD CONSTRAINT delivery_notice_delivery_fkey FOREIGN KEY (delivery) REFERENCES public.delivery(number) ON DELETE CASCADE;


--
-- Name: delivery delivery_same_as_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_same_as_fkey FOREIGN KEY (same_as) REFERENCES public.delivery(number);


--
-- Name: feed_latest feed_latest_delivery_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.feed_latest
    ADD CONSTRAINT feed_latest_delivery_fkey FOREIGN KEY (delivery) REFERENCES public.delivery(number) ON DELETE SET NULL;


--
-- Name: feed_latest feed_latest_read_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.feed_latest
    ADD CONSTRAINT feed_latest_read_fkey FOREIGN KEY (read) REFERENCES public.delivery(number) ON DELETE SET NULL;


--
-- Name: posting posting_board_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.posting
    ADD CONSTRAINT posting_board_fkey FOREIGN KEY (board) REFERENCES public.board(id);


--
-- Name: posting posting_vacancy_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.posting
    ADD CONSTRAINT posting_vacancy_fkey FOREIGN KEY (vacancy) REFERENCES public.vacancy(id);


--
-- Name: relay relay_board_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.relay
    ADD CONSTRAINT relay_board_fkey FOREIGN KEY (board) REFERENCES public.board(id);


--
-- Name: vacancy_offer vacancy_offer_vacancy_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vacancy_offer
    ADD CONSTRAINT vacancy_offer_vacancy_fkey FOREIGN KEY (vacancy) REFERENCES public.vacancy(id);


--
-- Name: vacancy_version vacancy_version_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vacancy_version
    ADD CONSTRAINT vacancy_version_id_fkey FOREIGN KEY (id) REFERENCES public.vacancy(id);


--
-- PostgreSQL database dump complete
--


