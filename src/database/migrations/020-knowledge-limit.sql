-- How old what is known may be, in months, for an ask to be made plainly; beyond, it is made in its conditional words.
ALTER TABLE campaigns ADD COLUMN plain_for_months int NOT NULL DEFAULT 24 CHECK (plain_for_months BETWEEN 0 AND 600);

-- The three amendments of 2017 have become three.
UPDATE asks SET condition = 'no-weapons-amendments-2017' WHERE condition = 'no-amendments-2017';
