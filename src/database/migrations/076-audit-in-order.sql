-- expand
-- The audit is read by the page, from either end, of everything, of one person or of one thing: each finds its rows in their order. The
-- index by day stays for what is deleted by its age.
CREATE INDEX audit_entries_in_order ON audit_entries (made_at, id);
CREATE INDEX audit_entries_of_person_in_order ON audit_entries (made_by, made_at, id);
CREATE INDEX audit_entries_of_item_in_order ON audit_entries (item, item_kind, made_at, id);
CREATE INDEX audit_entries_of_kind_in_order ON audit_entries (item_kind, made_at, id);
DROP INDEX audit_entries_of_item;
