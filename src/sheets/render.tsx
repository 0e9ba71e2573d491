import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { ViewContext, type View } from '~/platform/i18n/index.ts';
import { ShellContext, type Shell } from './shell.ts';

/** A whole page from a component: the only place where HTML leaves the house. */
export function renderPage(content: VNode, view: View, shell: Shell, status: number): Response {
  const html = renderToString(
    <ViewContext.Provider value={view}>
      <ShellContext.Provider value={shell}>{content}</ShellContext.Provider>
    </ViewContext.Provider>,
  );
  return new Response(`<!doctype html>${html}`, { status, headers: { 'content-type': 'text/html; charset=utf-8', 'content-language': view.lang } });
}
