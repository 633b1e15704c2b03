-- expand
-- Whether mail reaches an addressee, beside the addressee, so that those whom it does and those whom it doesn't reach are found in any
-- order. Kept by a trigger, whichever version writes an address or ends one; who changes addresses of one addressee takes turns.
ALTER TABLE representatives ADD COLUMN by_mail boolean NOT NULL DEFAULT false;

CREATE FUNCTION keep_by_mail() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  who uuid;
BEGIN
  FOREACH who IN ARRAY ARRAY(SELECT DISTINCT one FROM unnest(ARRAY[OLD.representative_id, NEW.representative_id]) one WHERE one IS NOT NULL
    ORDER BY one) LOOP
    PERFORM FROM representatives WHERE id = who FOR NO KEY UPDATE;
    UPDATE representatives r SET by_mail = NOT r.by_mail WHERE r.id = who
      AND r.by_mail <> EXISTS (SELECT FROM channels c WHERE c.representative_id = who AND c.kind = 'email' AND c.ended_at IS NULL);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_by_mail_at_once AFTER INSERT ON channels FOR EACH ROW WHEN (NEW.kind = 'email' AND NEW.ended_at IS NULL)
  EXECUTE FUNCTION keep_by_mail();
CREATE TRIGGER keep_by_mail_later AFTER UPDATE OF kind, ended_at, representative_id ON channels FOR EACH ROW
  WHEN ((OLD.kind, OLD.ended_at, OLD.representative_id) IS DISTINCT FROM (NEW.kind, NEW.ended_at, NEW.representative_id))
  EXECUTE FUNCTION keep_by_mail();
CREATE TRIGGER keep_by_mail_at_last AFTER DELETE ON channels FOR EACH ROW WHEN (OLD.kind = 'email' AND OLD.ended_at IS NULL)
  EXECUTE FUNCTION keep_by_mail();
