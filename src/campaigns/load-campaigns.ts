import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Queries } from '../database/database.ts';
import { langs } from '../locales/langs.ts';
import { insertAsk, insertCampaign } from './campaign-queries.ts';
import { AskFacts, AskText, CampaignFacts, CampaignText } from './campaign-text.ts';

/** A file of a campaign that does not say what it should; the message names file and field. */
export class WrongCampaign extends Error {
  override readonly name = 'WrongCampaign';
}

/** Loads every campaign below a folder into an empty database. @throws WrongCampaign */
export async function loadCampaigns(queries: Queries, folder: string): Promise<void> {
  for (const name of await foldersIn(folder)) await loadCampaign(queries, join(folder, name));
}

async function loadCampaign(queries: Queries, folder: string): Promise<void> {
  const facts = await read(join(folder, 'campaign.json'), CampaignFacts);
  const id = await insertCampaign(queries, facts, await everyLanguage(folder, CampaignText));
  for (const [position, slug] of facts.asks.entries()) {
    const asks = join(folder, 'asks', slug);
    const ask = await read(join(asks, 'ask.json'), AskFacts);
    await insertAsk(queries, { campaignId: id, slug, position, facts: ask }, await everyLanguage(asks, AskText));
  }
}

async function everyLanguage<Text extends z.ZodType>(folder: string, shape: Text) {
  return Promise.all(langs.map(async (lang) => ({ lang, text: await read(join(folder, `${lang}.json`), shape) })));
}

async function read<Shape extends z.ZodType>(file: string, shape: Shape): Promise<z.infer<Shape>> {
  const parsed = shape.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new WrongCampaign(`${file}: ${issue?.path.join('.')}: ${issue?.message}`);
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
