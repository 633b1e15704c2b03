import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../config/root.ts';
import type api from './en/api.json';
import type campaigns from './en/campaigns.json';
import type delivery from './en/delivery.json';
import type letters from './en/letters.json';
import type pledges from './en/pledges.json';
import type record from './en/record.json';
import type representatives from './en/representatives.json';
import type site from './en/site.json';
import type states from './en/states.json';
import type supporters from './en/supporters.json';
import type { Lang } from './langs.ts';

/** One catalogue for each room that speaks, in the order in which translators read them. */
export const rooms = [
  'site',
  'campaigns',
  'letters',
  'pledges',
  'representatives',
  'supporters',
  'delivery',
  'record',
  'states',
  'api',
] as const;

interface English {
  site: typeof site;
  campaigns: typeof campaigns;
  letters: typeof letters;
  pledges: typeof pledges;
  representatives: typeof representatives;
  supporters: typeof supporters;
  delivery: typeof delivery;
  record: typeof record;
  states: typeof states;
  api: typeof api;
}

/** `<room>.<key of its catalogue>`: English is the model; a test holds the other languages to it. */
export type Key = { [Room in keyof English]: `${Room}.${string & keyof English[Room]}` }[keyof English];

/** Every message of a language by its key. @throws when a catalogue is missing or no JSON */
export function catalogue(lang: Lang): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const room of rooms) {
    const text = readFileSync(join(root, 'src/locales', lang, `${room}.json`), 'utf8');
    for (const [key, message] of Object.entries(JSON.parse(text) as Record<string, string>))
      all.set(`${room}.${key}`, message);
  }
  return all;
}
