import { patchSheet, type EditSpec } from '~/sheets/index.ts';

const one = (text: string | number | null) => (text === null || text === '' ? [] : [String(text)]);

/** An amount is typed in units and kept in the minor unit of its currency, as worth on the day it is written. */
export const editScheme: EditSpec = {
  fields: [
    { name: 'titre', type: 'text', required: true, max: 200 },
    { name: 'resume', type: 'textarea', max: 1500, sourced: true },
    { name: 'montant', type: 'number', sourced: true, group: 'montant' },
    { name: 'devise', type: 'select', choices: ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'XOF'], group: 'montant' },
    { name: 'precision', type: 'select', choices: ['exact', 'environ', 'plus_de', 'pres_de', 'jusqua'], group: 'montant' },
    { name: 'par', type: 'select', choices: ['year', 'project', 'total'], group: 'montant' },
    { name: 'debut', type: 'date', group: 'periode' },
    { name: 'fin', type: 'date', group: 'periode' },
    { name: 'echeance', type: 'text', max: 200, group: 'periode' },
    { name: 'pour_qui', type: 'textarea', max: 1500, sourced: true },
    { name: 'page', type: 'url' },
    { name: 'themes', type: 'themes', several: true },
  ],
  async read(db, sheetId) {
    const row = await db.selectFrom('sheets').innerJoin('funding_schemes', 'funding_schemes.sheet_id', 'sheets.id')
      .select(['title', 'summary', 'start_date', 'end_date', 'themes', 'amount', 'currency', 'amount_qualifier', 'amount_per', 'eligible', 'web', 'deadline']).where('sheets.id', '=', sheetId).executeTakeFirstOrThrow();
    return {
      titre: [row.title], resume: one(row.summary), montant: one(row.amount === null ? null : Number(row.amount) / 100), devise: one(row.currency), precision: one(row.amount_qualifier), par: one(row.amount_per),
      debut: one(row.start_date), fin: one(row.end_date), echeance: one(row.deadline), pour_qui: one(row.eligible), page: one(row.web), themes: row.themes,
    };
  },
  async write(tx, _actor, sheetId, input, changed, { today }) {
    const amount = input.number('montant');
    if (amount !== null && (amount < 0 || amount > 1e12)) return { refused: 'amount', field: 'montant' };
    if (input.date('fin') && !input.date('debut')) return { refused: 'start', field: 'debut' };
    const money = ['montant', 'devise', 'precision', 'par'].some((name) => changed.has(name));
    await tx.updateTable('funding_schemes').set({
      eligible: input.text('pour_qui'), web: input.text('page'), deadline: input.text('echeance'),
      ...(money
        ? {
            amount: amount === null ? null : Math.round(amount * 100), currency: amount === null ? null : (input.text('devise') ?? 'EUR'),
            amount_qualifier: input.text('precision') ?? 'exact', amount_per: input.text('par'), as_of: today, as_of_precision: 'day',
          }
        : {}),
    }).where('sheet_id', '=', sheetId).execute();
    await patchSheet(tx, sheetId, {
      ...(changed.has('titre') ? { title: input.text('titre')! } : {}),
      ...(changed.has('resume') ? { summary: input.text('resume') } : {}),
      ...(changed.has('themes') ? { themes: input.list('themes') } : {}),
      ...(changed.has('debut') ? { start: input.date('debut') } : {}),
      ...(changed.has('fin') ? { end: input.date('fin') } : {}),
    });
    return null;
  },
};
