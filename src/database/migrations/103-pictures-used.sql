-- expand
-- Which pictures something authored is shown with. What is used can't be deleted; what used it takes its use along. The version before
-- knows none.
CREATE TABLE picture_uses (
  -- Of what shows it.
  used_by uuid NOT NULL CONSTRAINT picture_uses_used_by REFERENCES publications ON DELETE CASCADE,
  -- 0: the one that opens it.
  place int NOT NULL DEFAULT 0 CONSTRAINT picture_uses_place CHECK (place >= 0),
  picture_id uuid NOT NULL CONSTRAINT picture_uses_picture_id REFERENCES pictures,
  PRIMARY KEY (used_by, place)
);
CREATE INDEX picture_uses_by_picture ON picture_uses (picture_id);
