import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Lang, langs } from '../config/langs.ts';
import { readText, UnreadableFileError } from '../facts/read-file.ts';
import type { AskInFolder, CampaignInFolder, InLang } from './campaign-in-folder.ts';
import { AskFacts, AskText, CampaignFacts, CampaignText } from './campaign-text.ts';
import { contradictions } from './contradictions.ts';

/** Files of a campaign that do not say what they should; each line names file and field. */
export class InvalidCampaignError extends Error {
  override readonly name = 'InvalidCampaignError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** Reads a campaign whole. @throws InvalidCampaignError with all that is wrong with it */
export async function readCampaign(folder: string): Promise<CampaignInFolder> {
  const problems: string[] = [];
  const read = <Shape extends z.ZodType>(file: string, shape: Shape) => readJson(join(folder, file), shape, problems);
  const facts = await read('campaign.json', CampaignFacts);
  const texts = await everyLang((lang) => read(`${lang}.json`, CampaignText));
  const asks: AskInFolder[] = [];
  for (const slug of new Set(facts?.asks)) {
    const ask = await read(join('asks', slug, 'ask.json'), AskFacts);
    const askTexts = await everyLang((lang) => read(join('asks', slug, `${lang}.json`), AskText));
    if (ask) asks.push({ slug, facts: ask, texts: askTexts });
  }
  if (!facts || problems.length > 0) throw new InvalidCampaignError(problems);
  const campaign = { facts, texts, asks };
  const wrong = contradictions(campaign, await foldersIn(join(folder, 'asks')));
  if (wrong.length > 0) throw new InvalidCampaignError(wrong.map((one) => `${folder}: ${one}`));
  return campaign;
}

/** The folders in a folder, by name. */
export async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function everyLang<Text>(read: (lang: Lang) => Promise<Text | undefined>): Promise<InLang<Text>[]> {
  const all: InLang<Text>[] = [];
  // One after the other, so that problems are told in one order.
  for (const lang of langs) {
    const text = await read(lang);
    if (text !== undefined) all.push({ lang, text });
  }
  return all;
}

/** @param problems is given what is wrong with the file; undefined comes back then */
async function readJson<Shape extends z.ZodType>(
  file: string,
  shape: Shape,
  problems: string[],
): Promise<z.infer<Shape> | undefined> {
  try {
    const parsed = shape.safeParse(JSON.parse(await readText(file)));
    if (parsed.success) return parsed.data;
    problems.push(
      ...parsed.error.issues.map(({ path, message }) => `${file}: ${path.join('.') || 'whole'}: ${message}`),
    );
  } catch (error) {
    if (error instanceof SyntaxError) problems.push(`${file} is no JSON: ${error.message}`);
    else if (error instanceof UnreadableFileError) problems.push(error.message);
    else throw error;
  }
  return undefined;
}
