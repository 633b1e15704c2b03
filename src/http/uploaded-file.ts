import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import type { Form } from './fields.ts';
import { fieldsOf, InvalidFormError } from './posted-form.ts';

/** What the folders of files that are under way begin with. */
export const UPLOADS = 'common-bonds-upload-';

/** One file that came with a form. It lies in a folder of its own, and goes when its form is answered. */
export interface UploadedFile {
  readonly path: string;
  /** As whoever sent it calls it: not to be believed. */
  readonly name: string;
  readonly bytes: number;
  /** There was more of it than its form takes. */
  readonly cut: boolean;
}

/** A form with its file, where one was chosen. */
export class FormWithFile extends URLSearchParams {
  readonly file: UploadedFile | undefined;
  readonly folder: string;

  constructor(given: URLSearchParams, folder: string, file: UploadedFile | undefined) {
    super(given);
    this.folder = folder;
    this.file = file;
  }

  /** Nothing of the file stays. */
  async removeFile(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/**
 * Reads a multipart/form-data body (RFC 7578) as it comes: its fields, held to the form, and one file, which is written to a folder of its
 * own and never stands in memory.
 * @throws InvalidFormError, FormTooLongError as `readForm`
 */
export async function readFormWithFile(
  body: Readable,
  headers: IncomingHttpHeaders,
  form: Form,
): Promise<FormWithFile> {
  const folder = await mkdtemp(join(tmpdir(), UPLOADS));
  try {
    const { given, file } = await readParts(body, headers, form, folder);
    return new FormWithFile(fieldsOf(given, form), folder, file);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** More than any form of ours has. */
const limits = { fieldNameSize: 100, fieldSize: 100_000, fields: 30, files: 1, parts: 32, headerPairs: 20 };

async function readParts(body: Readable, headers: IncomingHttpHeaders, form: Form, folder: string) {
  const type = headers['content-type'] ?? '';
  const most = form.file?.bytes ?? 0;
  const parts = parser({ ...headers, 'content-type': type }, most);
  const given = new URLSearchParams();
  let file: Promise<UploadedFile | undefined> | undefined;
  let tooMany = false;
  parts.on('field', (name, value, nameCut, valueCut) => {
    if (nameCut || valueCut) tooMany = true;
    given.append(name, value.replaceAll('\0', ''));
  });
  parts.on('file', (name, stream, fileName) => {
    if (name !== form.file?.name || file) stream.resume();
    else {
      file = write(stream, join(folder, 'file'), fileName ?? '');
      // Whoever waits for it is told; nobody may wait yet.
      file.catch(() => undefined);
    }
  });
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
    parts.on(limit, () => {
      tooMany = true;
    });
  try {
    await pipeline(body, parts);
  } catch (error) {
    await file?.catch(() => undefined);
    throw new InvalidFormError((error as Error).message);
  }
  if (tooMany) throw new InvalidFormError('too many fields');
  return { given, file: await file };
}

/** @throws InvalidFormError where the type names no boundary */
function parser(headers: IncomingHttpHeaders & { 'content-type': string }, fileSize: number) {
  try {
    return new Busboy({ headers, limits: { ...limits, fileSize } });
  } catch (error) {
    throw new InvalidFormError((error as Error).message);
  }
}

/** @returns undefined where nothing was chosen: a browser sends an empty file without a name */
async function write(stream: BusboyFileStream, path: string, name: string): Promise<UploadedFile | undefined> {
  await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
  const { bytesRead, truncated } = stream;
  return bytesRead === 0 && name === '' ? undefined : { path, name, bytes: bytesRead, cut: truncated };
}
