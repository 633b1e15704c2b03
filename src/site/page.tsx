import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Lang } from '../config/langs.ts';
import type { PageAnswer } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { Shell } from './shell.tsx';

export interface PageProps {
  readonly view: View;
  /** Of this page alone; the site's name is added. */
  readonly title: string;
  readonly description: string;
  readonly children: ReactNode;
  /** The address of its Atom feed. */
  readonly feed?: string | undefined;
  /** What it says as schema.org has it. */
  readonly linked?: object | undefined;
  /** In which languages it is there; all, where it is left out. */
  readonly langs?: readonly Lang[];
  /** A page of one act or one person: not for search engines, and no other language is announced. */
  readonly private?: boolean;
}

/** A whole document around a page's own content. */
export function html(props: PageProps): string {
  return `<!doctype html>${renderToStaticMarkup((<Shell {...props} />) as ReactElement)}`;
}

/** A finished page as an answer. */
export function page(
  props: PageProps,
  how: { status?: number; tags?: readonly string[]; retryAfter?: number } = {},
): PageAnswer {
  return {
    kind: 'page',
    status: how.status ?? 200,
    html: html(props),
    tags: how.tags,
    noindex: props.private,
    retryAfter: how.retryAfter,
  };
}

/** A page of one column about one act or one person: a heading, and what there is to say or do. Nobody else's to index. */
export function quietPage(
  view: View,
  title: string,
  children: ReactNode,
  how: { status?: number; retryAfter?: number } = {},
): PageAnswer {
  const column = (
    <div className="read">
      <h1>{title}</h1>
      {children}
    </div>
  );
  return page({ view, title, description: title, private: true, children: column }, how);
}
