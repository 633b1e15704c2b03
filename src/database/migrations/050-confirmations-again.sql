-- expand
-- Who has just acted may have the mail with the link once more, within limits of its own beside those of confirmations.
ALTER TABLE mail_allowances DROP CONSTRAINT mail_allowances_kind_check;
ALTER TABLE mail_allowances
  ADD CONSTRAINT mail_allowances_kind_check CHECK (kind IN ('data-link', 'renewed-link', 'addressee-link', 'confirmation-again'));
