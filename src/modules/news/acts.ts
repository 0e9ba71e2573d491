import { checkExpiry, expiryField, publishedAudience } from '~/modules/exchange/index.ts';
import { latestDay } from '~/platform/dates/partial.ts';
import { toDate, readAudience, type ActSpec } from '~/sheets/index.ts';
import { publish, withdraw } from './commands.ts';
import type { Kind } from './rules.ts';

/** Publishing a draft, and taking back what should no longer be read. */
export function buildActs(kind: Kind): ActSpec[] {
  const has = (states: readonly string[]): ActSpec['has'] => async (db, id) => {
    const row = await db.selectFrom('sheets').select('state').where('id', '=', id).executeTakeFirst();
    return states.includes(row?.state ?? '');
  };
  return [
    {
      name: 'publier',
      fields: [publishedAudience, expiryField],
      has: has(['draft']),
      async read(db, id) {
        const row = await db.selectFrom('sheets').select(['end_date', 'end_precision']).where('id', '=', id).executeTakeFirstOrThrow();
        return { pour: ['public'], echeance: [toDate(row.end_date, row.end_precision)?.value ?? ''] };
      },
      async run(tx, actor, id, input, { reader, today }) {
        const expiresOn = latestDay(input.date('echeance')!);
        const wrong = checkExpiry(expiresOn, today);
        if (wrong) return { refused: wrong, field: 'echeance' };
        const audience = readAudience(reader, input.text('pour')!);
        if (!audience) return { refused: 'audience', field: 'pour' };
        const done = await publish(tx, actor, kind, id, { ...audience, expiresOn, today });
        return done === 'published' ? null : done;
      },
    },
    {
      name: 'retirer',
      fields: [{ name: 'raison', type: 'textarea', max: 1000, rows: 3 }],
      has: has(['draft', 'published', 'expired']),
      async run(tx, actor, id, input) {
        const done = await withdraw(tx, actor, id, input.text('raison'));
        return done === 'withdrawn' ? null : done;
      },
    },
  ];
}
