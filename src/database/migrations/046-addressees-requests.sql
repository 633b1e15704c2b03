-- expand
-- What addressees ask of us is called after them, as in the program: an office is the staff's. The former names stay for processes of the
-- version before: the table's as a view, through which they read and write as ever, words as what they are written as from here on.
ALTER TABLE office_requests RENAME TO addressee_requests;
DO $$
DECLARE
  former name;
BEGIN
  FOR former IN SELECT conname FROM pg_constraint WHERE conrelid = 'addressee_requests'::regclass AND conname LIKE 'office\_%' LOOP
    EXECUTE format('ALTER TABLE addressee_requests RENAME CONSTRAINT %I TO %I', former, replace(former, 'office_', 'addressee_'));
  END LOOP;
END
$$;
CREATE VIEW office_requests AS SELECT id, channel_id, kind, detail, state, asked_at, decided_at, decided_by FROM addressee_requests;

-- Its arguments are a column and the word of now.
CREATE FUNCTION say_word_of_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RETURN jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], TG_ARGV[1]));
END
$$;

ALTER TABLE mail_allowances DROP CONSTRAINT mail_allowances_kind_check;
CREATE TRIGGER say_addressee BEFORE INSERT ON mail_allowances FOR EACH ROW
  WHEN (NEW.kind = 'office-link') EXECUTE FUNCTION say_word_of_now('kind', 'addressee-link');
UPDATE mail_allowances SET kind = 'addressee-link' WHERE kind = 'office-link';
ALTER TABLE mail_allowances
  ADD CONSTRAINT mail_allowances_kind_check CHECK (kind IN ('data-link', 'renewed-link', 'addressee-link'));

ALTER TABLE mailboxes DROP CONSTRAINT mailboxes_paused_because_check;
CREATE TRIGGER say_addressee BEFORE INSERT OR UPDATE OF paused_because ON mailboxes FOR EACH ROW
  WHEN (NEW.paused_because = 'asked-by-office') EXECUTE FUNCTION say_word_of_now('paused_because', 'asked-by-addressee');
UPDATE mailboxes SET paused_because = 'asked-by-addressee' WHERE paused_because = 'asked-by-office';
ALTER TABLE mailboxes ADD CONSTRAINT mailboxes_paused_because_check
  CHECK (paused_because IN ('unknown-mailbox', 'bounced', 'complaint', 'asked-by-addressee', 'staff'));
