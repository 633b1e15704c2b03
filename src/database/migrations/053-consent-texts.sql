-- expand
-- The words of consents are called as in the program. The former name stays for processes of the version before, as a view through which
-- they read and write as ever.
ALTER TABLE wordings RENAME TO consent_texts;
DO $$
DECLARE
  former name;
BEGIN
  FOR former IN SELECT conname FROM pg_constraint WHERE conrelid = 'consent_texts'::regclass AND conname LIKE 'wordings\_%' LOOP
    EXECUTE format('ALTER TABLE consent_texts RENAME CONSTRAINT %I TO %I', former, replace(former, 'wordings_', 'consent_texts_'));
  END LOOP;
END
$$;
CREATE VIEW wordings AS SELECT id, lang, words, first_used_at FROM consent_texts;
