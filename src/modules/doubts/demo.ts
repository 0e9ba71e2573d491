import data from '~root/db/demo/doubts.json';
import type { Tx } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import type { World } from '~/sheets/index.ts';
import { parseSeedSource } from '~/world/sources.ts';
import { createDoubt } from './commands.ts';
import type { Named, Outcome, Severity, Subject } from './rules.ts';

export async function demo(tx: Tx, world: World): Promise<void> {
  for (const { severity, subject, outcome, people, readings, sheets, ...doubt } of data) {
    await createDoubt(tx, instance, {
      ...doubt,
      severity: severity as Severity,
      subject: subject as Subject,
      outcome: outcome as Outcome,
      people: people as Named[],
      readings: readings.map(({ quote, source }) => ({ quote, source: parseSeedSource(source) })),
      // one thing may have been loaded under another kind, or not at all: the doubt stays, the link does not
      sheets: [...new Set(sheets.map(([kind, id]) => world.find(kind!, id!)).filter((id) => id !== undefined))],
    });
  }
}
