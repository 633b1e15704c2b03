-- expand
-- Member organisations are added, and campaigns given to them, by command: who did it, when, and what a member was called and how it was
-- reached from then on stays for whoever asks later. Of what was done before nobody wrote that down.
CREATE TABLE controller_changes (
  id uuid PRIMARY KEY DEFAULT new_id(),
  controller_id uuid NOT NULL CONSTRAINT controller_changes_controller REFERENCES controllers,
  name text NOT NULL CONSTRAINT controller_changes_name CHECK (name ~ '\S'),
  email text NOT NULL CONSTRAINT controller_changes_email CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  made_by uuid NOT NULL CONSTRAINT controller_changes_made_by REFERENCES actors,
  made_at timestamptz NOT NULL DEFAULT now() CONSTRAINT controller_changes_finite CHECK (isfinite(made_at))
);

-- To whom somebody gave a campaign. It is deleted with its campaign, which only an example of a demonstration ever is.
CREATE TABLE campaign_transfers (
  id uuid PRIMARY KEY DEFAULT new_id(),
  campaign_id uuid NOT NULL CONSTRAINT campaign_transfers_campaign REFERENCES campaigns ON DELETE CASCADE,
  controller_id uuid NOT NULL CONSTRAINT campaign_transfers_controller REFERENCES controllers,
  made_by uuid NOT NULL CONSTRAINT campaign_transfers_made_by REFERENCES actors,
  made_at timestamptz NOT NULL DEFAULT now() CONSTRAINT campaign_transfers_finite CHECK (isfinite(made_at))
);
CREATE INDEX campaign_transfers_of ON campaign_transfers (campaign_id);
