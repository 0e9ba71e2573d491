import type { Source } from '~/sheets/types.ts';

/** The five documents, by the number that begins the name of their text. */
const documents: Record<string, string> = {
  '000': 'bordeaux-strategie-2020-2026',
  '001': 'bordeaux-reseaux',
  '002': 'archipel-citoyen-toulouse',
  '003': 'nouvelle-aquitaine-2022',
  '004': 'raict-2023',
};

/** `000_8dbde97f0b5e671f.txt#L40` is `{ document: 'bordeaux-strategie-2020-2026', locator: 'l. 40' }`. */
export function parseSeedSource(text: string): Source {
  const found = /^(\d{3})_[0-9a-f]+\.txt#L([\d,-]+)$/.exec(text);
  const document = found && documents[found[1]!];
  if (!document) throw new RangeError(`Not a source: ${text}`);
  return { document, locator: `l. ${found[2]!.replaceAll('-', '–').replaceAll(',', ', ')}` };
}
