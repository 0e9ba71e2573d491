import { translator } from '~/platform/i18n/index.ts';
import { readDate } from '~/platform/dates/typed.ts';
import type { EditRefusal, FieldSpec, Input } from '~/sheets/index.ts';
import type { PollInput } from './commands.ts';
import { listElectorates, readElectorate } from './electorate.ts';
import { messages } from './messages.ts';
import { methods, type Method, type Poll, type Rule, type Voters } from './types.ts';

const natures: FieldSpec = {
  name: 'nature', type: 'radio', required: true,
  // Only those who speak for a network or the instance may ask for its name.
  choices: async (_db, _id, lang, { reader }) => {
    const t = translator(messages, lang);
    const may = reader.acting?.role === 'animator' || reader.acting?.role === 'administrator';
    return [['question', t('choice.nature.question')], ...(may ? [['name', t('choice.nature.name')] as const] : [])];
  },
};

export const settings: readonly FieldSpec[] = [
  natures,
  { name: 'methode', type: 'radio', required: true, choices: methods },
  { name: 'choix', type: 'lines', required: true, max: 4000, rows: 6 },
  { name: 'regle', type: 'radio', choices: ['borda', 'runoff'] },
  { name: 'maximum', type: 'number' },
  { name: 'autre', type: 'checkbox' },
  { name: 'electorat', type: 'radio', required: true, choices: async (db, _id, lang, { reader }) => listElectorates(db, reader, lang) },
  { name: 'voix', type: 'radio', required: true, choices: ['body', 'person'] },
  { name: 'secret', type: 'radio', required: true, choices: ['open', 'secret'] },
  { name: 'fin', type: 'date' },
];

export const titleField: FieldSpec = { name: 'titre', type: 'text', required: true, max: 200 };
export const presentationField: FieldSpec = { name: 'presentation', type: 'textarea', max: 2000 };

const mostOptions = 40;

/** What the form says, or why it cannot be. */
export function readSettings(input: Input, today: string): Omit<PollInput, 'summary' | 'ownerId'> | EditRefusal {
  const method = input.text('methode') as Method;
  const options = method === 'dates' ? readDays(input.lines('choix')) : [...new Set(input.lines('choix'))];
  if (options === null) return { refused: 'days', field: 'choix' };
  const other = input.checked('autre');
  if (options.length < 2 && !(other && options.length === 1)) return { refused: 'options', field: 'choix' };
  if (options.length > mostOptions || options.some((label) => label.length > 200)) return { refused: 'options-many', field: 'choix' };
  const most = input.number('maximum');
  if (method === 'multiple' && most !== null && (!Number.isInteger(most) || most < 1 || most > options.length + Number(other))) return { refused: 'most', field: 'maximum' };
  const wrongEnd = checkEnd(input, today);
  if (wrongEnd) return wrongEnd;
  return {
    title: input.text('titre')!, nature: input.text('nature') as Poll['nature'], method, rule: (input.text('regle') as Rule | null) ?? null, most, other, options,
    ...readElectorate(input.text('electorat')!), voters: input.text('voix') as Voters, secret: input.text('secret') === 'secret', closesOn: input.date('fin')?.value ?? null,
  };
}

/** The last day is a day, and not gone by. */
export function checkEnd(input: Input, today: string): EditRefusal | null {
  const end = input.date('fin');
  if (!end) return null;
  if (end.precision !== 'day') return { refused: 'end-day', field: 'fin' };
  return end.value < today ? { refused: 'past', field: 'fin' } : null;
}

/** Days as people write them, kept as ISO; null when one is no day. */
function readDays(lines: readonly string[]): string[] | null {
  const days = lines.map((line) => readDate(line));
  return days.every((day) => day?.precision === 'day') ? [...new Set(days.map((day) => day!.value))].sort() : null;
}
