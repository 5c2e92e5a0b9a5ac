-- The tables that pekko-persistence-jdbc 1.1 reads and writes.

CREATE TABLE event_journal (
  ordering bigserial NOT NULL,
  persistence_id text NOT NULL,
  sequence_number bigint NOT NULL,
  -- The newest of an entity's deleted events stays, marked: its number must not be given again.
  deleted boolean NOT NULL DEFAULT false,
  writer text NOT NULL,
  write_timestamp bigint,
  adapter_manifest text,
  event_ser_id integer NOT NULL,
  -- Hydrant's name of the event with its version, for example stream.created/1.
  event_ser_manifest text NOT NULL,
  event_payload bytea NOT NULL,
  meta_ser_id integer,
  meta_ser_manifest text,
  meta_payload bytea,
  PRIMARY KEY (persistence_id, sequence_number)
);

CREATE UNIQUE INDEX event_journal_ordering_idx ON event_journal (ordering);

CREATE TABLE event_tag (
  event_id bigint NOT NULL REFERENCES event_journal (ordering) ON DELETE CASCADE,
  tag text NOT NULL,
  PRIMARY KEY (event_id, tag)
);

CREATE TABLE snapshot (
  persistence_id text NOT NULL,
  sequence_number bigint NOT NULL,
  created bigint NOT NULL,
  snapshot_ser_id integer NOT NULL,
  snapshot_ser_manifest text NOT NULL,
  snapshot_payload bytea NOT NULL,
  meta_ser_id integer,
  meta_ser_manifest text,
  meta_payload bytea,
  PRIMARY KEY (persistence_id, sequence_number)
);
