-- expand
-- The rules that 081 added without a look at the rows that there were hold for all of them, as in 068.
ALTER TABLE letters VALIDATE CONSTRAINT letters_bounced_at;
ALTER TABLE letters VALIDATE CONSTRAINT letters_bounced_in_order;
ALTER TABLE letters VALIDATE CONSTRAINT letters_in_time;
