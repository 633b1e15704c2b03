import { z } from 'zod';
import type { Beginning, OrderKind } from '../../database/slice.ts';

const values: Readonly<Record<OrderKind, z.ZodType<string>>> = {
  moment: z.iso.datetime({ precision: 6 }),
  day: z.iso.date(),
  number: z.string().regex(/^-?\d{1,18}$/),
  text: z
    .string()
    .max(1_000)
    .refine((text) => !text.includes('\0')),
};
const ids = {
  uuid: z.uuid(),
  bigint: z.string().regex(/^\d{1,18}$/),
  text: z
    .string()
    .max(400)
    .refine((text) => !text.includes('\0')),
};

/** What an address says of where a page of a list begins; readers are not meant to read it. */
export function cursorOf(sort: string, { position, id }: { readonly position: string; readonly id: string }): string {
  return Buffer.from(JSON.stringify([sort, position, id])).toString('base64url');
}

/** @returns undefined where it is none of this order */
export function readCursor(
  cursor: string,
  { sort, kind, id: idType }: { readonly sort: string; readonly kind: OrderKind; readonly id: keyof typeof ids },
  back: boolean,
): Beginning | undefined {
  const shape = z.tuple([z.literal(sort), values[kind], ids[idType]]);
  const read = shape.safeParse(parsed(Buffer.from(cursor, 'base64url').toString()));
  return read.success ? { value: read.data[1], id: read.data[2], back } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
