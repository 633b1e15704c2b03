-- expand
-- Pictures, as readers may see them: made anew from what somebody gave, in sizes, each under the hash of its bytes
-- (docs/decisions/0026-pictures.md). The version before knows none.
ALTER TABLE publications DROP CONSTRAINT publications_kind;
ALTER TABLE publications ADD CONSTRAINT publications_kind CHECK (kind IN ('campaign', 'ask', 'picture')) NOT VALID;
ALTER TABLE publications VALIDATE CONSTRAINT publications_kind;

CREATE TABLE pictures (
  -- Of its publication too.
  id uuid PRIMARY KEY DEFAULT new_id(),
  -- By which staff know it; readers never see it.
  name text NOT NULL,
  -- Whose it is, as readers see it.
  credit text NULL,
  licence text NULL CONSTRAINT pictures_licence
    CHECK (licence = ANY ('{own,permission,cc-by,cc-by-sa,cc0,public-domain}')),
  -- It says nothing that is not said beside it.
  decorative boolean NOT NULL DEFAULT false,
  -- What stays to be seen where it is cut to fit.
  focus text NOT NULL DEFAULT 'middle' CONSTRAINT pictures_focus
    CHECK (focus = ANY ('{top-left,top,top-right,left,middle,right,bottom-left,bottom,bottom-right}')),
  added_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pictures_says CHECK (says_something(name) AND says_something(credit)),
  CONSTRAINT pictures_in_time CHECK (added_at >= '2000-01-01T00:00Z' AND added_at < '2200-01-01T00:00Z')
);
-- The orders in which the office lists them.
CREATE INDEX pictures_by_moment ON pictures (added_at, id);
CREATE INDEX pictures_by_name ON pictures (name, id);

CREATE TABLE picture_words (
  picture_id uuid NOT NULL CONSTRAINT picture_words_picture_id REFERENCES pictures ON DELETE CASCADE,
  lang text NOT NULL CONSTRAINT picture_words_lang CHECK (lang IN ('en', 'fr', 'es', 'ar')),
  -- What whoever does not see it is told; null of one that is decorative.
  alternative text NULL,
  caption text NULL,
  PRIMARY KEY (picture_id, lang),
  CONSTRAINT picture_words_says CHECK (says_something(alternative) AND says_something(caption))
);

CREATE TABLE media_files (
  hash bytea PRIMARY KEY CONSTRAINT media_files_hash CHECK (length(hash) = 32),
  type text NOT NULL CONSTRAINT media_files_type CHECK (type = ANY ('{image/webp,image/jpeg}')),
  size int NOT NULL CONSTRAINT media_files_size CHECK (size > 0)
);

-- Their bytes, in rows of one megabyte at most.
CREATE TABLE media_parts (
  hash bytea NOT NULL CONSTRAINT media_parts_hash REFERENCES media_files ON DELETE CASCADE,
  place int NOT NULL CONSTRAINT media_parts_place CHECK (place >= 0),
  bytes bytea NOT NULL CONSTRAINT media_parts_bytes CHECK (length(bytes) BETWEEN 1 AND 1048576),
  PRIMARY KEY (hash, place)
);
-- They can't be made smaller.
ALTER TABLE media_parts ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE picture_sizes (
  picture_id uuid NOT NULL CONSTRAINT picture_sizes_picture_id REFERENCES pictures ON DELETE CASCADE,
  hash bytea NOT NULL CONSTRAINT picture_sizes_hash REFERENCES media_files,
  width int NOT NULL,
  height int NOT NULL,
  CONSTRAINT picture_sizes_pixels CHECK (width BETWEEN 1 AND 2560 AND height BETWEEN 1 AND 2560),
  PRIMARY KEY (picture_id, hash, width)
);
CREATE INDEX picture_sizes_by_hash ON picture_sizes (hash);
