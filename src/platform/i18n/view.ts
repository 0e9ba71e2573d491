import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Instance } from '~/platform/instance.ts';
import { translator, type Bundle, type Lang, type Translate } from './messages.ts';

/** What every component may know of the request that it answers. */
export interface View {
  lang: Lang;
  /** Today in France, ISO day. Never read the clock in a component: pages are pure. */
  today: string;
  /** Path of the page in the reader's language, without its language prefix, with its query: `/observatoire?genre=reseau`. */
  path: string;
  /** Origin under which the instance is published, without a final slash. */
  origin: string;
  instanceName: string;
  /** What the administrator set; absent where a component is drawn alone. */
  instance?: Instance;
  demo: boolean;
  /** People may try the characters of the demonstration: a banner says so on every page. */
  tryable: boolean;
  /** Who reads, for the header; null when signed out. */
  account: { name: string; acting: string | null; several: boolean } | null;
  /** What was just done, said once. */
  notice: string | null;
  /** A path in the reader's language: `/reseaux` gives `/en/reseaux` in English. */
  to(path: string): string;
}

export const ViewContext = createContext<View | null>(null);

export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error('A component was drawn outside a page');
  return view;
}

export function useT<K extends string>(bundle: Bundle<K>): Translate<K> {
  return translator(bundle, useView().lang);
}

/** `/reseaux` in English is `/en/reseaux`; French has no prefix. */
export function localizePath(lang: Lang, path: string): string {
  return lang === 'fr' ? path : `/${lang}${path === '/' ? '' : path}`;
}
