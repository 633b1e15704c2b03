-- Answers to a proof of work that have counted, by their hashes: once over all processes and restarts.
CREATE TABLE spent_proofs (
  hash bytea PRIMARY KEY CHECK (octet_length(hash) = 16),
  until timestamptz NOT NULL
);
CREATE INDEX spent_proofs_until ON spent_proofs (until);
