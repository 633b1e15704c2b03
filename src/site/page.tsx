import type { ComponentChildren, VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { PageAnswer } from '../http/answer.ts';
import type { View } from '../http/view.ts';
import { contentSecurityPolicy } from './content-security.ts';
import { NO_STYLES, type PageProps, Shell } from './shell.tsx';
import { stylesOf } from './styles.ts';
import { withSummaryInOrder } from './summary-order.ts';

/**
 * A whole document of a frame with `NO_STYLES` in it, with the styles that it uses and what lets a browser apply them.
 * @param changed what the page becomes before it has its styles
 */
export function documentOf(
  frame: VNode,
  { publicUrl }: View,
  changed = (html: string) => html,
): Pick<PageAnswer, 'html' | 'policy'> {
  const bare = changed(withSummaryInOrder(`<!doctype html>${renderToStaticMarkup(frame)}`));
  const styles = stylesOf(bare);
  const html = bare.replace(NO_STYLES, () => `<style>${styles.css}</style>`);
  return { html, policy: contentSecurityPolicy(publicUrl, styles) };
}

/** A finished page as an answer. */
export function page(
  props: PageProps,
  how: { status?: number; tags?: readonly string[]; retryAfter?: number } = {},
): PageAnswer {
  const status = how.status ?? 200;
  return {
    kind: 'page',
    status,
    ...documentOf(<Shell {...props} wrong={status === 422} />, props.view),
    tags: how.tags,
    noindex: props.private,
    retryAfter: how.retryAfter,
  };
}

/**
 * A page of one column about one action or one person: a heading, and what there is to say or do. Nobody else's to index.
 * @param how over: what stands above the heading
 */
export function quietPage(
  view: View,
  title: string,
  children: ComponentChildren,
  how: { status?: number; retryAfter?: number; over?: ComponentChildren } & Pick<PageProps, 'form' | 'controller'> = {},
): PageAnswer {
  const column = (
    <div className="read">
      {how.over}
      <h1>{title}</h1>
      {children}
    </div>
  );
  const { form, controller } = how;
  return page({ view, title, description: title, private: true, form, controller, children: column }, how);
}
