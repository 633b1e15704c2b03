-- expand
-- Each list of the office finds its page by an index, whatever it is made shorter by: the columns of the filters stand before those of the
-- order. Addressees by name and by their last change, of one state or of all; within a state by name; by the id that a source gives.
CREATE INDEX representatives_sought_by_name ON representatives ((CASE WHEN ended_on IS NOT NULL THEN 'ended' WHEN begins_on IS NOT NULL
  THEN 'begins' ELSE 'in-office' END), (coalesce(office, 'person')), by_mail, folded(coalesce(name, office)), id);
CREATE INDEX representatives_sought_by_change ON representatives ((CASE WHEN ended_on IS NOT NULL THEN 'ended' WHEN begins_on IS NOT NULL
  THEN 'begins' ELSE 'in-office' END), (coalesce(office, 'person')), by_mail, updated_at, id);
CREATE INDEX representatives_of_state_sought_by_name ON representatives (by_mail, (CASE WHEN ended_on IS NOT NULL THEN 'ended'
  WHEN begins_on IS NOT NULL THEN 'begins' ELSE 'in-office' END), (coalesce(office, 'person')), state, folded(coalesce(name, office)), id);
CREATE INDEX representatives_of_state_sought_by_change ON representatives (by_mail, (CASE WHEN ended_on IS NOT NULL THEN 'ended'
  WHEN begins_on IS NOT NULL THEN 'begins' ELSE 'in-office' END), (coalesce(office, 'person')), state, updated_at, id);
CREATE INDEX representatives_of_state_by_name ON representatives (state, folded(coalesce(name, office)), id);
CREATE INDEX representatives_by_external_id ON representatives (external_id);
CREATE INDEX representatives_of_office ON representatives (office);
CREATE INDEX mailboxes_of_domain ON mailboxes (domain);

-- What was decided of letters, by what it was; what offices ask, by what they ask; what one person did to one kind of thing.
CREATE INDEX reviews_by_decision ON reviews (decision, decided_at, id);
CREATE INDEX addressee_requests_of_kind_for_staff ON addressee_requests (kind, asked_at, id)
  WHERE state = 'asked' AND kind IN ('correct-address', 'report-forgery');
CREATE INDEX audit_entries_of_person_and_kind ON audit_entries (made_by, item_kind, made_at, id);
