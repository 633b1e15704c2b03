import { id, now, operator, somebody, unknown } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';
import { langs } from '../config/langs.ts';
import { conditions } from '../states/conditions.ts';
import { publicOffices } from '../states/public-offices.ts';
import { aims } from './campaign-text.ts';

export const tables: Tables = {
  campaigns: {
    possible: { id: id(5), slug: 'one', controller_id: id(19), opens_at: now, hashtags: '{}' },
    another: { id: id(105), slug: 'two' },
    impossible: {
      campaigns_controller_id_fkey: { controller_id: unknown },
      campaigns_slug_check: { slug: 'Two' },
      campaigns_slug_key: { slug: 'one' },
      campaigns_letter_limit_check: { letter_limit: 0 },
      campaigns_plain_for_months_check: { plain_for_months: -1 },
      campaigns_hashtags: [
        { hashtags: '{one}' },
        { hashtags: '{#}' },
        { hashtags: '{"#one two"}' },
        { hashtags: '{NULL}' },
      ],
      campaigns_video: [{ video: '{}' }, { video: '[]' }, { video: '1' }],
      campaigns_position: [{ position: 0 }, { position: 1_001 }],
      campaigns_closes_at: { closes_at: '2026-03-01T10:00:00Z' },
    },
    moment: 'opens_at',
    texts: { slug: 'a name that its owner gives, in addresses or files', hashtags: 'what readers are shown' },
    order: [['opens_at', 'closes_at']],
    chosen: true,
  },
  campaign_texts: {
    possible: { campaign_id: id(5), lang: 'en', text: '{"name":"One"}' },
    another: { lang: 'fr' },
    impossible: {
      campaign_texts_campaign_id_fkey: { campaign_id: unknown },
      campaign_texts_lang_check: { lang: 'de' },
      campaign_texts_text: [{ text: '{}' }, { text: '{"name":" "}' }],
    },
    lists: { lang: langs },
    apart: { version: 'the database says which version words are' },
  },
  asks: {
    possible: { id: id(6), campaign_id: id(5), slug: 'join', aim: 'global-justice', position: 0 },
    another: { id: id(106), slug: 'stay' },
    impossible: {
      asks_campaign_id_fkey: { campaign_id: unknown },
      asks_campaign_id_slug_key: { slug: 'join' },
      asks_aim_check: { aim: 'peace' },
      asks_office_check: { office: 'king' },
      asks_position: { position: -1 },
      asks_defaults: { defaults: '{" "}' },
      asks_condition: { condition: 'sometimes' },
    },
    says: 'slug',
    lists: { aim: aims, condition: conditions, office: publicOffices },
    texts: {
      slug: 'a name that its owner gives, in addresses or files',
      defaults: 'offices and their like in a campaign’s file, of which readers get what there is',
    },
  },
  ask_texts: {
    possible: { ask_id: id(6), lang: 'en', text: '{"title":"Join"}' },
    another: { lang: 'fr' },
    impossible: {
      ask_texts_ask_id_fkey: { ask_id: unknown },
      ask_texts_lang_check: { lang: 'de' },
      ask_texts_text: { text: '{}' },
    },
    lists: { lang: langs },
    apart: { version: 'the database says which version words are' },
  },
  ask_rules: {
    possible: { ask_id: id(6), number: 2, rules: '{"when":"always"}', made_at: now, made_by: somebody },
    another: { number: 3 },
    impossible: {
      ask_rules_ask_id_fkey: { ask_id: unknown },
      ask_rules_number: { number: 0 },
      ask_rules_rules: { rules: '[]' },
      ask_rules_made_by: { made_by: unknown },
    },
    moment: 'made_at',
    decided: { row: { made_by: operator }, goes: `DELETE FROM asks` },
  },
  ask_outcomes: {
    possible: {
      id: id(8),
      campaign_id: id(5),
      ask_id: id(6),
      state: 'KEN',
      act: 'joined',
      happened_on: '2026-03-02',
      revision: 1,
      people: 0,
    },
    another: { id: id(108), act: 'ratified' },
    impossible: {
      ask_outcomes_ask: { ask_id: unknown },
      ask_outcomes_state_fkey: { state: 'FRA' },
      ask_outcomes_revision_fkey: { revision: 9 },
      ask_outcomes_people: { people: -1 },
      ask_outcomes_ask_id_state_act_key: { act: 'joined' },
    },
    moment: 'happened_on',
    says: 'act',
    texts: {
      act: 'of the record: a file or an act of some version of it, which stays when a later version has no such file',
    },
    inNoOrder: { created_at: 'an act under embargo may be noted before its day', happened_on: 'the same' },
  },
  tally_marks: {
    possible: { campaign_id: id(5), country: 'KEN', people: 1, letters: 0 },
    impossible: { tally_marks_country: { country: 'ke' }, tally_marks_counts: { people: 0 } },
    texts: { country: 'the code of a state; what writes much is looked at once a day' },
    apart: { letters: 'what is added to a count, or taken from it', people: 'the same' },
  },
  tallies: {
    possible: { campaign_id: id(5), country: 'KEN', people: 0, letters: 0 },
    another: { country: 'FRA' },
    impossible: {
      tallies_campaign_id_fkey: { campaign_id: unknown },
      tallies_country: { country: '' },
      tallies_counts: [{ people: -1 }, { letters: -1 }, { tried_people: -1 }, { tried_letters: -1 }],
    },
    moment: 'last_joined_at',
    texts: { country: 'the code of a state; what writes much is looked at once a day' },
    inNoOrder: {
      last_joined_at: 'people of the operator and those of a demonstration know nothing of each other',
      tried_last_joined_at: 'the same',
    },
  },
};
