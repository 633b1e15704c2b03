-- expand
-- The rules of 084 hold for all rows, as in 068.
ALTER TABLE actions VALIDATE CONSTRAINT actions_in_order;
ALTER TABLE letters VALIDATE CONSTRAINT letters_claimed_at;
ALTER TABLE letters VALIDATE CONSTRAINT letters_attempts;
ALTER TABLE letters VALIDATE CONSTRAINT letters_claim;
ALTER TABLE letters VALIDATE CONSTRAINT letters_in_order;
ALTER TABLE letters VALIDATE CONSTRAINT letters_bounced_in_order;
