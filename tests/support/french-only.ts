import { listBundles, type Lang } from '~/platform/i18n/index.ts';

/** Sentences of the interface that are only French: plain messages of three words or more that the other language says otherwise. */
export function frenchOnly(lang: Lang): Set<string> {
  const found = new Set<string>();
  for (const bundle of listBundles()) {
    for (const [key, french] of Object.entries(bundle.fr)) {
      if (!/[{}]/.test(french) && french.split(/\s+/).length >= 3 && bundle[lang][key] !== french) found.add(french);
    }
  }
  return found;
}
