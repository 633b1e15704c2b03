-- Each state with what goes with it, so that code need not ask again. NOT VALID: new rows are held to it at once, without a look at the
-- old ones, which migration 027 takes while others write. None compares moments of two events: clocks may be set. What belongs to parents
-- that everybody locks (campaigns, channels, asks, states) is looked at once a day instead (row-rules.ts of the rooms): each letter would
-- lock its row.

ALTER TABLE supporters
  ADD CONSTRAINT supporters_address_sealed CHECK (octet_length(address_sealed) > 0) NOT VALID;

-- Where much is written lists are arrays and no `IN`: each statement reads the checks of its table anew, and so it reads a fourth.
ALTER TABLE actions DROP CONSTRAINT actions_lang_check, DROP CONSTRAINT actions_state_check, DROP CONSTRAINT actions_mail_state_check;
ALTER TABLE actions
  ADD CONSTRAINT actions_lang_check CHECK (lang = ANY ('{en,fr,es,ar}')) NOT VALID,
  ADD CONSTRAINT actions_state_check CHECK (state = ANY ('{unconfirmed,confirmed,withdrawn}')) NOT VALID,
  ADD CONSTRAINT actions_mail_state_check CHECK (mail_state = ANY ('{due,sent,refused,bounced}')) NOT VALID,
  ADD CONSTRAINT actions_supporter FOREIGN KEY (supporter_key) REFERENCES supporters NOT VALID,
  ADD CONSTRAINT actions_country CHECK (country ~ '^[A-Z]{3}$') NOT VALID,
  ADD CONSTRAINT actions_details_sealed CHECK (octet_length(details_sealed) > 0) NOT VALID,
  ADD CONSTRAINT actions_confirmed_at CHECK ((state = 'unconfirmed') = (confirmed_at IS NULL)) NOT VALID,
  -- From confirmation on they are rows of `consents`.
  ADD CONSTRAINT actions_ticked CHECK (CASE state WHEN 'unconfirmed' THEN jsonb_typeof(consents) = 'array'
    ELSE consents = '[]' END) NOT VALID,
  ADD CONSTRAINT actions_mail_attempts CHECK (mail_attempts >= 0) NOT VALID,
  ADD CONSTRAINT actions_bounce_id CHECK (octet_length(bounce_id) = 10) NOT VALID,
  ADD CONSTRAINT actions_bounced CHECK (mail_state <> 'bounced' OR bounce_id IS NOT NULL) NOT VALID;

ALTER TABLE letters DROP CONSTRAINT letters_state_check, DROP CONSTRAINT letters_held_because_check, DROP CONSTRAINT letters_answer_check;
-- Acts end with what was done by them: whoever erases or forgets an act leaves nothing behind.
ALTER TABLE letters
  ADD CONSTRAINT letters_action FOREIGN KEY (supporter_key, action_id) REFERENCES actions ON DELETE CASCADE NOT VALID,
  ADD CONSTRAINT letters_channel CHECK (channel_id IS NOT NULL) NOT VALID,
  ADD CONSTRAINT letters_state_check CHECK (state = ANY (
    '{unconfirmed,held,waiting,claimed,handing-over,handed-over,refused,bounced,unknown,duplicate,withdrawn,left-office}')) NOT VALID,
  ADD CONSTRAINT letters_held_because_check CHECK (held_because = ANY ('{link,threat,unlike-campaign,restored}')) NOT VALID,
  ADD CONSTRAINT letters_answer_check CHECK (answer = ANY ('{asked,not-asked,yes,no}')) NOT VALID,
  -- What was taken back may have been confirmed or not.
  ADD CONSTRAINT letters_confirmed_at
    CHECK (CASE state WHEN 'unconfirmed' THEN confirmed_at IS NULL ELSE confirmed_at IS NOT NULL OR state = 'withdrawn' END) NOT VALID,
  -- What is on its way, or held back from it, has its words; what was taken back has none.
  ADD CONSTRAINT letters_words CHECK (text_sealed IS NOT NULL OR state <> ALL ('{held,waiting,claimed,handing-over}')) NOT VALID,
  ADD CONSTRAINT letters_taken_back CHECK (text_sealed IS NULL OR state <> 'withdrawn') NOT VALID,
  ADD CONSTRAINT letters_text_sealed CHECK (octet_length(text_sealed) > 0) NOT VALID,
  ADD CONSTRAINT letters_held_because CHECK (held_because IS NOT NULL OR state <> 'held') NOT VALID,
  ADD CONSTRAINT letters_due_at CHECK (due_at IS NOT NULL OR state <> ALL ('{waiting,claimed,handing-over}')) NOT VALID,
  ADD CONSTRAINT letters_in_hand CHECK (claim IS NOT NULL OR state <> ALL ('{claimed,handing-over}')) NOT VALID,
  -- A claim may outlast its lease, or its letter's coming back: its holder still says how it ended.
  ADD CONSTRAINT letters_claim
    CHECK (claim IS NULL OR (claimed_at IS NOT NULL AND state = ANY ('{claimed,handing-over,unknown,bounced}'))) NOT VALID,
  ADD CONSTRAINT letters_attempts CHECK (attempts >= 0) NOT VALID,
  ADD CONSTRAINT letters_bounce_id CHECK (octet_length(bounce_id) = 10) NOT VALID,
  ADD CONSTRAINT letters_never_left CHECK (num_nonnulls(bounce_id, reply) = 0 OR state <> ALL ('{unconfirmed,duplicate}')) NOT VALID,
  ADD CONSTRAINT letters_handed_over_at
    CHECK (CASE state WHEN 'handed-over' THEN handed_over_at IS NOT NULL ELSE handed_over_at IS NULL OR state = 'bounced' END) NOT VALID,
  ADD CONSTRAINT letters_answer CHECK (num_nonnulls(answer, ask_again_at) = 0 OR handed_over_at IS NOT NULL) NOT VALID,
  ADD CONSTRAINT letters_answer_at CHECK ((answer_at IS NULL) = (answer IS NULL OR answer = ANY ('{asked,not-asked}'))) NOT VALID,
  ADD CONSTRAINT letters_expected_on CHECK (expected_on IS NULL OR state <> 'unconfirmed') NOT VALID;

ALTER TABLE consents
  ADD CONSTRAINT consents_action FOREIGN KEY (supporter_key, action_id) REFERENCES actions ON DELETE CASCADE NOT VALID,
  ADD CONSTRAINT consents_once UNIQUE (supporter_key, action_id, purpose),
  ADD CONSTRAINT consents_lang CHECK (lang IN ('en', 'fr', 'es', 'ar')) NOT VALID,
  ADD CONSTRAINT consents_controller CHECK (btrim(controller) <> '') NOT VALID;
ALTER TABLE wordings
  ADD CONSTRAINT wordings_lang CHECK (lang IN ('en', 'fr', 'es', 'ar')) NOT VALID,
  ADD CONSTRAINT wordings_words CHECK (btrim(words) <> '') NOT VALID;
ALTER TABLE campaign_supporters
  ADD CONSTRAINT campaign_supporters_supporter FOREIGN KEY (supporter_key) REFERENCES supporters NOT VALID,
  ADD CONSTRAINT campaign_supporters_country CHECK (country ~ '^[A-Z]{3}$') NOT VALID;
ALTER TABLE reviews
  ADD CONSTRAINT reviews_letter FOREIGN KEY (supporter_key, letter_id) REFERENCES letters ON DELETE CASCADE NOT VALID,
  ADD CONSTRAINT reviews_reason CHECK ((decision = 'refused') = (reason IS NOT NULL)) NOT VALID;

ALTER TABLE tally_marks
  ADD CONSTRAINT tally_marks_country CHECK (country ~ '^[A-Z]{3}$') NOT VALID,
  ADD CONSTRAINT tally_marks_counts CHECK (people <> 0 OR letters <> 0) NOT VALID;
ALTER TABLE tallies ADD CONSTRAINT tallies_country CHECK (country ~ '^[A-Z]{3}$') NOT VALID;

ALTER TABLE outbox ADD CONSTRAINT outbox_message_sealed CHECK (octet_length(message_sealed) > 0) NOT VALID;
ALTER TABLE returned_mails
  ADD CONSTRAINT returned_mails_message_sealed CHECK (octet_length(message_sealed) > 0) NOT VALID,
  ADD CONSTRAINT returned_mails_bounce_id CHECK (octet_length(bounce_id) = 10) NOT VALID,
  ADD CONSTRAINT returned_mails_settled CHECK ((settled_at IS NULL) = (settled_by IS NULL)) NOT VALID;
ALTER TABLE receiving_domains
  ADD CONSTRAINT receiving_domains_domain CHECK (domain <> '') NOT VALID,
  ADD CONSTRAINT receiving_domains_paused CHECK ((paused_at IS NULL) = (paused_because IS NULL)) NOT VALID;
ALTER TABLE mailboxes ADD CONSTRAINT mailboxes_refusals CHECK (refusals >= 0) NOT VALID;
ALTER TABLE channels
  ADD CONSTRAINT channels_value CHECK (ended_at IS NOT NULL OR
    CASE kind WHEN 'email' THEN value ~ '^[^@[:space:]]+@[^@[:space:]]+$' ELSE btrim(value) <> '' END) NOT VALID;
CREATE UNIQUE INDEX channels_mailbox_once ON channels (representative_id, mailbox) WHERE ended_at IS NULL;
ALTER TABLE office_requests
  ADD CONSTRAINT office_requests_decided CHECK (CASE state WHEN 'asked' THEN decided_at IS NULL AND decided_by IS NULL
    ELSE decided_at IS NOT NULL AND decided_by IS NOT NULL END) NOT VALID,
  ADD CONSTRAINT office_requests_detail CHECK (kind <> 'correct-address' OR detail IS NOT NULL) NOT VALID;

ALTER TABLE representatives DROP CONSTRAINT representatives_ended_on_check;
ALTER TABLE representatives
  ADD CONSTRAINT representatives_name CHECK (btrim(name) <> '') NOT VALID,
  ADD CONSTRAINT representatives_links CHECK (jsonb_typeof(links) = 'array') NOT VALID,
  ADD CONSTRAINT representatives_ended_on CHECK (is_partial_day(ended_on)) NOT VALID;
ALTER TABLE mandates DROP CONSTRAINT mandates_body_kind_check, DROP CONSTRAINT mandates_started_on_check,
  DROP CONSTRAINT mandates_ended_on_check;
ALTER TABLE mandates
  ADD CONSTRAINT mandates_body_kind_check CHECK (body_kind IN ('legislature', 'ministry', 'executive', 'other')) NOT VALID,
  ADD CONSTRAINT mandates_started_on CHECK (is_partial_day(started_on)) NOT VALID,
  ADD CONSTRAINT mandates_ended_on CHECK (is_partial_day(ended_on)) NOT VALID;

ALTER TABLE campaigns ADD CONSTRAINT campaigns_closes_at CHECK (closes_at >= opens_at) NOT VALID;
ALTER TABLE campaign_texts ADD CONSTRAINT campaign_texts_text CHECK (jsonb_typeof(text) = 'object') NOT VALID;
ALTER TABLE asks
  ADD CONSTRAINT asks_of_one_campaign UNIQUE (id, campaign_id),
  ADD CONSTRAINT asks_position CHECK (position >= 0) NOT VALID,
  ADD CONSTRAINT asks_condition CHECK (condition IN ('withdrawal-pending', 'withdrawn', 'signed-not-ratified', 'not-a-party',
    'no-law-on-crimes', 'no-law-on-cooperation', 'no-apic', 'no-amendment-article-8-2010', 'no-amendment-aggression-2010',
    'no-amendment-article-124-2015', 'no-amendment-biological-weapons-2017', 'no-amendment-non-detectable-fragments-2017',
    'no-amendment-blinding-lasers-2017', 'no-weapons-amendments-2017', 'no-amendment-starvation-2019', 'does-all', 'always')) NOT VALID;
ALTER TABLE ask_texts ADD CONSTRAINT ask_texts_text CHECK (jsonb_typeof(text) = 'object') NOT VALID;
-- Of an ask of the same campaign.
ALTER TABLE ask_outcomes DROP CONSTRAINT ask_outcomes_ask_id_fkey, DROP CONSTRAINT ask_outcomes_campaign_id_fkey;
ALTER TABLE ask_outcomes
  ADD CONSTRAINT ask_outcomes_ask FOREIGN KEY (ask_id, campaign_id) REFERENCES asks (id, campaign_id) ON DELETE CASCADE NOT VALID,
  ADD CONSTRAINT ask_outcomes_act CHECK (act <> '') NOT VALID,
  ADD CONSTRAINT ask_outcomes_people CHECK (people >= 0) NOT VALID;

ALTER TABLE revisions
  ADD CONSTRAINT revisions_of_one_dataset UNIQUE (id, dataset),
  ADD CONSTRAINT revisions_id CHECK (id > 0) NOT VALID;
-- A row begins and ends with revisions of its own data set.
ALTER TABLE facts DROP CONSTRAINT facts_since_fkey, DROP CONSTRAINT facts_until_fkey, DROP CONSTRAINT facts_dataset_check;
ALTER TABLE facts
  ADD CONSTRAINT facts_since FOREIGN KEY (since, dataset) REFERENCES revisions (id, dataset) NOT VALID,
  ADD CONSTRAINT facts_until FOREIGN KEY (until, dataset) REFERENCES revisions (id, dataset) NOT VALID,
  ADD CONSTRAINT facts_ends_later CHECK (until > since) NOT VALID,
  ADD CONSTRAINT facts_fields CHECK (jsonb_typeof(fields) = 'object') NOT VALID;
ALTER TABLE drafts ADD CONSTRAINT drafts_content CHECK (jsonb_typeof(content) = 'object') NOT VALID;

ALTER TABLE page_removals ADD CONSTRAINT page_removals_tags CHECK (array_position(tags, NULL) IS NULL) NOT VALID;
ALTER TABLE mail_allowances ADD CONSTRAINT mail_allowances_taken_at CHECK (array_position(taken_at, NULL) IS NULL) NOT VALID;
ALTER TABLE sealing_keys ADD CONSTRAINT sealing_keys_resealed_at CHECK (resealed_at IS NULL OR active_at IS NOT NULL) NOT VALID;
ALTER TABLE processes ADD CONSTRAINT processes_seals_with CHECK (seals_with = ANY (holds)) NOT VALID;
