import { z } from 'zod';
import { type ColumnType, columnTypes, type DatasetName, type FileShape } from '../facts/shapes.ts';
import { openReferences, openShapes } from './open-shapes.ts';

type AddressOf = (file: string) => string;

export const CSVW_TYPE = 'application/csvm+json; charset=utf-8';

/**
 * What the files of a data set hold, for programs: CSV on the Web (W3C 2015), with the type of each column, the columns that tell
 * rows apart, and those that name rows of other files.
 * @param addressOf where a file of the revision is
 */
export function csvwOf(dataset: DatasetName, addressOf: AddressOf, made: Date): string {
  const described = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': dataset === 'record' ? 'The record of the International Criminal Court' : 'Where every state stands',
    'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    'dc:modified': { '@value': made.toISOString(), '@type': 'xsd:dateTime' },
    tables: Object.entries(openShapes[dataset]).map(([name, shape]) => ({
      url: addressOf(`${name}.csv`),
      tableSchema: { ...columnsOf(shape), ...foreignKeys(dataset, addressOf, name) },
    })),
  };
  return JSON.stringify(described, null, 2);
}

function columnsOf({ row, keyColumns }: FileShape) {
  const columns = Object.entries(row.shape).map(([name, type]) => {
    const lang = /(?:^|_)(en|fr|es|ar)$/.exec(name)?.[1];
    const required = !(type as z.ZodType).safeParse('').success;
    return { name, titles: name, ...(lang ? { lang } : {}), required, ...typeOf(type as z.ZodType) };
  });
  return { columns, primaryKey: keyColumns };
}

/** The type that was said of a column, or of what it becomes when it is read; one of a list of words; or text. */
function typeOf(type: z.ZodType): ColumnType {
  const said = columnTypes.get(type);
  if (said) return said;
  if (type instanceof z.ZodEnum) return { datatype: { base: 'string', format: type.options.join('|') } };
  const inner = innerOf(type);
  return inner ? typeOf(inner) : { datatype: 'string' };
}

function innerOf(type: z.ZodType): z.ZodType | undefined {
  if (type instanceof z.ZodPipe) return type.in as z.ZodType;
  if (type instanceof z.ZodDefault) return type.unwrap() as z.ZodType;
  return type instanceof z.ZodUnion ? (type.options.at(-1) as z.ZodType) : undefined;
}

function foreignKeys(dataset: DatasetName, addressOf: AddressOf, name: string) {
  const keys = openReferences[dataset].filter(([file]) => file === name);
  if (keys.length === 0) return {};
  return {
    foreignKeys: keys.map(([, column, target, key]) => ({
      columnReference: column,
      reference: { resource: addressOf(`${target}.csv`), columnReference: key },
    })),
  };
}
