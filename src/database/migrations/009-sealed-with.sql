-- By which the one key is known that this database is sealed with, so that no process goes on with another.
CREATE TABLE sealed_with (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  key_print text NOT NULL
);
