-- Somebody elected whose term has not begun: in the list, and written to from this day on.
ALTER TABLE representatives ADD COLUMN begins_on date NULL;
