-- contract: unused since 0.2.0
-- Two tables go that only a version between releases wrote, and nobody read.
-- Who changed a member or gave a campaign away is in the audit, which came after these tables; what they knew before it goes there too.
INSERT INTO audit_entries (made_at, made_by, operation, item_kind, item, after)
  SELECT made_at, made_by, 'controllers.change', 'controller', name, jsonb_build_object('name', name, 'email', email)
  FROM controller_changes h WHERE NOT EXISTS (
    SELECT 1 FROM audit_entries e WHERE e.made_at = h.made_at AND e.made_by = h.made_by AND e.item_kind = 'controller');
INSERT INTO audit_entries (made_at, made_by, operation, item_kind, item, after)
  SELECT made_at, made_by, 'campaigns.give', 'campaign', slug, jsonb_build_object('controller', h.controller_id)
  FROM campaign_transfers h JOIN campaigns c ON c.id = h.campaign_id WHERE NOT EXISTS (
    SELECT 1 FROM audit_entries e WHERE e.made_at = h.made_at AND e.made_by = h.made_by AND e.item_kind = 'campaign');
DROP TABLE controller_changes;
DROP TABLE campaign_transfers;
