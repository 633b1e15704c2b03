-- expand
-- As of letters: a consent is in the language of its words.

ALTER TABLE consents DROP CONSTRAINT IF EXISTS consents_wording_fkey;
ALTER TABLE consent_texts DROP CONSTRAINT IF EXISTS consent_texts_of_lang, ADD CONSTRAINT consent_texts_of_lang UNIQUE (id, lang);
INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
  SELECT 'consents', 'consents_wording_fkey', c.supporter_key, to_jsonb(c)
  FROM consents c JOIN consent_texts t ON t.id = c.wording WHERE t.lang <> c.lang;
UPDATE consents c SET lang = t.lang FROM consent_texts t WHERE t.id = c.wording AND t.lang <> c.lang;
ALTER TABLE consents DROP CONSTRAINT IF EXISTS consents_lang,
  ADD CONSTRAINT consents_wording_fkey FOREIGN KEY (wording, lang) REFERENCES consent_texts (id, lang) NOT VALID;
