-- Events have other names since this version. A journal from before cannot be read, and no new
-- events may follow its old ones.

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM event_journal) THEN
    RAISE EXCEPTION 'journal of an earlier build' USING ERRCODE = 'HYD01';
  END IF;
END
$$;

ALTER TABLE to_wake RENAME TO entity_to_start;

ALTER TABLE refused_call RENAME TO failed_call;
