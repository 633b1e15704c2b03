import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { langs } from '../config/langs.ts';
import type { TimeZone } from '../config/time-zone.ts';
import type { Queries } from '../database/database.ts';
import { addConditional, campaignIdOf, insertCampaign, putAsk, putCampaignTexts } from './campaign-queries.ts';
import { AskFacts, AskText, CampaignFacts, CampaignText } from './campaign-text.ts';

/** A file of a campaign that does not say what it should; the message names file and field. */
export class InvalidCampaignError extends Error {
  override readonly name = 'InvalidCampaignError';
}

/** Loads every campaign below a folder into an empty database. @param zone in which it opens and closes @throws InvalidCampaignError */
export async function loadCampaigns(queries: Queries, folder: string, zone: TimeZone): Promise<void> {
  for (const name of await foldersIn(folder)) await loadCampaign(queries, join(folder, name), zone);
}

async function loadCampaign(queries: Queries, folder: string, zone: TimeZone): Promise<void> {
  const facts = await read(join(folder, 'campaign.json'), CampaignFacts);
  const id = await insertCampaign(queries, facts, await everyLanguage(folder, CampaignText), zone);
  await loadAsks(queries, folder, id, facts.asks);
}

async function loadAsks(queries: Queries, folder: string, campaignId: string, slugs: readonly string[]): Promise<void> {
  for (const [position, slug] of slugs.entries()) {
    const asks = join(folder, 'asks', slug);
    const facts = await read(join(asks, 'ask.json'), AskFacts);
    await putAsk(queries, { campaignId, slug, position, facts }, await everyLanguage(asks, AskText));
  }
}

/**
 * Brings the asks of campaigns that were loaded before asks followed the facts to what content/ says, once, with the record; letters go on
 * naming the ask that they were written for.
 */
export async function completeAsks(queries: Queries, folder: string): Promise<void> {
  for (const name of await foldersIn(folder)) {
    const facts = await read(join(folder, name, 'campaign.json'), CampaignFacts);
    const id = await campaignIdOf(queries, facts.slug);
    if (id) await loadAsks(queries, join(folder, name), id, facts.asks);
  }
}

/** Brings the words of known campaigns, and their asks, to what a folder says now, whatever was edited. @throws InvalidCampaignError */
export async function bringCampaigns(queries: Queries, folder: string): Promise<void> {
  for (const name of await foldersIn(folder)) {
    const facts = await read(join(folder, name, 'campaign.json'), CampaignFacts);
    const id = await campaignIdOf(queries, facts.slug);
    if (!id) continue;
    await putCampaignTexts(queries, id, await everyLanguage(join(folder, name), CampaignText));
    await loadAsks(queries, join(folder, name), id, facts.asks);
  }
}

/** Gives asks that were loaded before there were conditional words theirs, and leaves what was edited. @throws InvalidCampaignError */
export async function addConditionalWords(queries: Queries, folder: string): Promise<void> {
  for (const name of await foldersIn(folder)) {
    const facts = await read(join(folder, name, 'campaign.json'), CampaignFacts);
    const campaignId = await campaignIdOf(queries, facts.slug);
    if (!campaignId) continue;
    for (const slug of facts.asks)
      await addConditional(
        queries,
        { campaignId, slug },
        await everyLanguage(join(folder, name, 'asks', slug), AskText),
      );
  }
}

async function everyLanguage<Text extends z.ZodType>(folder: string, shape: Text) {
  return Promise.all(langs.map(async (lang) => ({ lang, text: await read(join(folder, `${lang}.json`), shape) })));
}

async function read<Shape extends z.ZodType>(file: string, shape: Shape): Promise<z.infer<Shape>> {
  const parsed = shape.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InvalidCampaignError(`${file}: ${issue?.path.join('.')}: ${issue?.message}`);
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
