import { earliestDay } from '~/platform/dates/partial.ts';
import type { ActSpec } from '~/sheets/index.ts';
import { recordExchange } from '../exchanges/commands.ts';
import { forms, initiatives, registers, type ExchangeForm, type Initiative, type Register } from '../exchanges/rules.ts';
import { atField } from './refused.ts';

/** R038: one exchange between the two sides, political or technical. */
export const exchangeAct: ActSpec = {
  name: 'echange',
  fields: [
    { name: 'registre', type: 'radio', required: true, choices: registers },
    { name: 'quand', type: 'date', required: true },
    { name: 'forme', type: 'radio', required: true, choices: forms },
    { name: 'initiative', type: 'radio', required: true, choices: initiatives },
    { name: 'objet', type: 'text', required: true, max: 300, sourced: true },
    { name: 'ici', type: 'text', max: 200 },
    { name: 'labas', type: 'text', max: 200 },
  ],
  async run(tx, actor, sheetId, input, { today }) {
    const at = input.date('quand')!;
    if (earliestDay(at) > today) return atField({ refused: 'exchange.future' });
    await recordExchange(tx, actor, sheetId, {
      register: input.text('registre') as Register, form: input.text('forme') as ExchangeForm, initiative: input.text('initiative') as Initiative,
      subject: input.text('objet')!, here: input.text('ici'), there: input.text('labas'), at, source: input.source('objet'),
    });
    return null;
  },
};
