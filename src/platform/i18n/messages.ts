import { IntlMessageFormat } from 'intl-messageformat';

export const languages = ['fr', 'en', 'es'] as const;
export type Lang = (typeof languages)[number];
export type Values = Record<string, string | number | Date>;

/** Messages of one part of the house: whole sentences in ICU MessageFormat, typed by the French. */
export interface Bundle<K extends string = string> {
  fr: Record<K, string>;
  en: Record<K, string>;
  es: Record<K, string>;
}

const known: Bundle[] = [];

export function defineMessages<K extends string>(fr: Record<K, string>, en: Record<K, string>, es: Record<K, string>): Bundle<K> {
  const bundle = { fr, en, es };
  known.push(bundle);
  return bundle;
}

/** Every bundle defined so far: for the test that reads them all. */
export function listBundles(): readonly Bundle[] {
  return known;
}

const locales: Record<Lang, string> = { fr: 'fr-FR', en: 'en-GB', es: 'es-ES' };
const compiled = new WeakMap<object, Map<string, IntlMessageFormat | string>>();

export function localeOf(lang: Lang): string {
  return locales[lang];
}

function compile(messages: Record<string, string>, key: string, lang: Lang): IntlMessageFormat | string {
  let cache = compiled.get(messages);
  if (!cache) compiled.set(messages, (cache = new Map()));
  const found = cache.get(key);
  if (found !== undefined) return found;
  const text = messages[key];
  if (text === undefined) throw new RangeError(`No message ${key} in ${lang}`);
  const made = /[{'<]/.test(text) ? new IntlMessageFormat(text, locales[lang], undefined, { ignoreTag: true }) : text;
  cache.set(key, made);
  return made;
}

export type Translate<K extends string> = (key: K, values?: Values) => string;

/** `t('count', { n: 3 })` in one language. Throws when a key is missing: a page never mixes languages. */
export function translator<K extends string>(bundle: Bundle<K>, lang: Lang): Translate<K> {
  const messages = bundle[lang];
  return (key, values) => {
    const message = compile(messages, key, lang);
    return typeof message === 'string' ? message : String(message.format(values));
  };
}

/** For keys made from data (`type.jumelage`): the message, or undefined when there is none. */
export function findMessage(bundle: Bundle, lang: Lang, key: string, values?: Values): string | undefined {
  return key in bundle[lang] ? translator(bundle, lang)(key, values) : undefined;
}
