import type { ComponentChildren } from 'preact';
import type { Deed } from '../../accounts/roles.ts';
import type { Lang } from '../../config/langs.ts';
import type { OrderKind, Slice } from '../../database/slice.ts';
import type { AnyAddress, Query } from '../../http/address.ts';
import type { Fields } from '../../http/fields.ts';
import type { View } from '../../http/view.ts';
import type { Key } from '../../locales/words.ts';
import type { Problems } from '../../site/components/form.tsx';
import type { InNavigation } from '../in-navigation.ts';
import type { StaffRequest } from '../office-route.ts';
import type { Filtered, Filters } from './filters.ts';

/** What every row of a list has: what it is known by, and the value by which it stands where it stands (`src/database/slice.ts`). */
export interface Listed {
  readonly id: string;
  readonly position: string;
}

/** A list of the office: its rows are links, its filters and its order are in its address, its pages begin at a row. */
export interface OfficeList<Row extends Listed, Of extends Filters, Sort extends string> {
  readonly address: AnyAddress & ((lang: Lang, query?: Query) => string);
  readonly who: 'signed-in' | Deed;
  readonly navigation?: InNavigation;
  readonly title: Key;
  /** What it is, in a sentence. */
  readonly lead?: Key;
  /** What else can be done here, by whoever may. */
  readonly beside?: readonly Beside[];
  /** What is to be done where it has no row at all. */
  readonly empty: Key;
  readonly filters: Of;
  /** What is wrong with several filters together, by the name of one. */
  readonly contradiction?: (filtered: Filtered<Of>) => readonly [keyof Of & string, Key] | undefined;
  /** By what it can be in order; each has an index, with the id behind it. */
  readonly sorts: Readonly<Record<Sort, OrderKind>>;
  readonly first: { readonly sort: Sort; readonly descending: boolean };
  readonly id: 'uuid' | 'text' | 'bigint';
  rows(request: StaffRequest, asking: Asking<Of, Sort>): Promise<readonly Row[]>;
  /** The first leads to the row's own page. */
  readonly columns: readonly [Leading<Row, Sort>, ...Column<Row, Sort>[]];
  readonly csv: Csv<Row>;
  /** What can be done with several at once. */
  readonly several?: Several;
  /** With which rows; left out: with each. */
  mayBeChosen?(row: Row): boolean;
}

/** A page that a list leads to. */
export interface Beside {
  readonly who: Deed;
  readonly label: Key;
  link(lang: Lang): string;
}

/** Which rows somebody asks for. */
export interface Asking<Of extends Filters, Sort extends string> {
  readonly filtered: Filtered<Of>;
  readonly sort: Sort;
  readonly slice: Slice;
}

export interface Column<Row, Sort extends string> {
  readonly label: Key;
  readonly sort?: Sort;
  /** Nothing where there is nothing to say. */
  cell(row: Row, view: View): ComponentChildren;
}

interface Leading<Row, Sort extends string> extends Column<Row, Sort> {
  link(row: Row, lang: Lang): string;
}

/** The list as a file, line by line, with its heading. */
export interface Csv<Row> {
  readonly name: string;
  readonly head: string;
  line(row: Row): string;
}

/** What can be done with several rows at once: a page says first how many they are, and which. */
export interface Several {
  /** Those that are there, as they are called. */
  named(request: StaffRequest, ids: readonly string[]): Promise<readonly Named[]>;
  readonly deeds: readonly DeedOnSeveral[];
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface DeedOnSeveral {
  /** In its address. */
  readonly name: string;
  readonly who: Deed;
  /** On the list. */
  readonly label: Key;
  /** Of the page that asks, with `count`. */
  readonly title: Key;
  /** What follows from it. */
  readonly text: Key;
  /** The button that does it, with `count`. */
  readonly button: Key;
  /** What is said once it is done, with `count`. */
  readonly done: Key;
  readonly destroys?: boolean;
  /** What it asks beside, of these rows. */
  readonly fields?: Fields;
  ask?(
    request: StaffRequest,
    problems: Problems,
    ids: readonly string[],
  ): ComponentChildren | Promise<ComponentChildren>;
  /** What the page that asks may be begun with: fields of its address, and links with them, before its form. */
  readonly begun?: Fields;
  begin?(request: StaffRequest, link: (begun: Readonly<Record<string, string>>) => string): ComponentChildren;
  /** @returns of how many it was done: somebody else may have been quicker; or what is wrong with what was typed */
  run(request: StaffRequest, ids: readonly string[]): Promise<number | Problems>;
}
