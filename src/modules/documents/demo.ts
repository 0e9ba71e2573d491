import figureData from '~root/db/demo/figures.json';
import passageData from '~root/db/demo/passages.json';
import { findPartialDate } from '~/platform/dates/partial.ts';
import type { Tx } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import type { Fact, World } from '~/sheets/index.ts';
import { parseSeedSource } from '~/world/sources.ts';
import { addFigure, addLooseFigure, addPassage } from './commands.ts';
import type { Part, PassageNature } from './rules.ts';

/** After every domain module: a figure goes to the sheet of what it measures, whichever module made it. */
export async function demo(tx: Tx, world: World): Promise<void> {
  for (const { source, part, nature, ...passage } of passageData) {
    await addPassage(tx, instance, { ...passage, part: part as Part, nature: nature as PassageNature, source: parseSeedSource(source) });
  }
  // the amount or the count of a funding scheme says it already, in its own field
  for (const figure of figureData.filter((one) => !one.shownBy)) {
    const sheetId = figure.targets.map(([kind, id]) => world.find(kind!, id!)).find((id) => id !== undefined);
    const fact: Fact = {
      field: `figure.${figure.id}`,
      label: figure.label,
      value: figure.value,
      unit: figure.unit ?? undefined,
      qualifier: figure.qualifier,
      observed: findPartialDate(figure.observed),
      outdated: figure.outdated,
      note: figure.note ?? undefined,
      sources: figure.sources.map(parseSeedSource),
    };
    if (sheetId) await addFigure(tx, instance, sheetId, fact);
    else await addLooseFigure(tx, instance, fact);
  }
}
