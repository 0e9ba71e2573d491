import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { expect, test } from 'vitest';
import '~/modules.ts';
import { languages, listBundles, type Lang } from '~/platform/i18n/index.ts';

const bundles = listBundles();

function argumentsOf(elements: MessageFormatElement[], found = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    found.add(element.value);
    if (element.type === TYPE.plural || element.type === TYPE.select) for (const option of Object.values(element.options)) argumentsOf(option.value, found);
  }
  return found;
}

const read = (text: string) => parse(text, { ignoreTag: true });

test('R197 every message exists in French, English and Spanish, and none is empty', () => {
  expect(bundles.length).toBeGreaterThan(5);
  const missing: string[] = [];
  for (const bundle of bundles)
    for (const lang of languages) {
      for (const key of Object.keys(bundle.fr)) if (!bundle[lang][key]?.trim()) missing.push(`${lang} ${key}`);
      for (const key of Object.keys(bundle[lang])) if (!(key in bundle.fr)) missing.push(`${lang} ${key} is not in French`);
    }
  expect(missing).toEqual([]);
});

test('every message is valid ICU and asks for the same values in each language', () => {
  const wrong: string[] = [];
  for (const bundle of bundles)
    for (const [key, french] of Object.entries(bundle.fr)) {
      const expected = [...argumentsOf(read(french))].sort().join();
      for (const lang of languages) {
        const given = [...argumentsOf(read(bundle[lang][key]!))].sort().join();
        if (given !== expected) wrong.push(`${key} ${lang}: ${given} instead of ${expected}`);
      }
    }
  expect(wrong).toEqual([]);
});

test('R197 English and Spanish are not French left behind', () => {
  const french = /\b(les|des|une|cette|avec|dans|pour|sont|partenariats?|réseaux)\b/i;
  const spanishToo = /\b(des|cette|avec|dans|sont|réseaux)\b/i;
  const tell: Record<Lang, RegExp | null> = { fr: null, en: french, es: spanishToo };
  const left = bundles.flatMap((bundle) =>
    languages.flatMap((lang) =>
      Object.entries(bundle[lang])
        .filter(([, text]) => tell[lang]?.test(text.replace(/«[^»]*»/g, '')))
        .map(([key, text]) => `${lang} ${key}: ${text}`),
    ),
  );
  expect(left).toEqual([]);
});

test('French keeps its typography: no straight double quote, a space before high punctuation', () => {
  const wrong = bundles.flatMap((bundle) =>
    Object.entries(bundle.fr)
      .filter(([, text]) => /[a-zé][?!;:](\s|$)/.test(text.replace(/https?:\S+/g, '').replace(/\{[^{}]*\}/g, '')) || /"[^"]*"/.test(text))
      .map(([key, text]) => `${key}: ${text}`),
  );
  expect(wrong).toEqual([]);
});
