import type { Read } from '~/platform/db/index.ts';
import { translator, type Lang } from '~/platform/i18n/index.ts';
import type { ActSpec, Choice, FieldSpec, Input, Values } from '~/sheets/index.ts';
import { addAgreement, changeAgreementState } from '../agreements/commands.ts';
import { listAgreements, type AgreementShown } from '../agreements/queries.ts';
import { agreementKinds, isInsidePeriod, listAgreementMoves, type AgreementKind, type AgreementState } from '../agreements/rules.ts';
import { messages } from '../messages.ts';
import { isRefusal } from '../rules.ts';
import type { AgreementInput } from '../types.ts';
import { atField } from './refused.ts';

const asked: readonly FieldSpec[] = [
  { name: 'nature_accord', type: 'radio', required: true, choices: agreementKinds },
  { name: 'titre', type: 'text', required: true, max: 200, sourced: true },
  { name: 'etat_accord', type: 'select', required: true, choices: ['preparing', 'finalising', 'signed', 'in_force', 'expired'] },
  { name: 'date_etat', type: 'date' },
  { name: 'debut_accord', type: 'date', group: 'periode' },
  { name: 'fin_accord', type: 'date', group: 'periode' },
  { name: 'themes', type: 'themes', several: true },
  { name: 'detail', type: 'textarea', max: 1000 },
];

/** R029: successive agreements and programmes, each with its period and its state. */
export const addAgreementAct: ActSpec = {
  name: 'accord',
  fields: asked,
  run: (tx, actor, sheetId, input, { today }) => add(tx, actor, sheetId, readAgreement(input), today),
};

/** R031: a renewal is a new record that points to what it renews. */
export const renewAgreementAct: ActSpec = {
  name: 'accord-reconduction',
  fields: [{ name: 'accord', type: 'select', required: true, choices: listRenewable }, ...asked],
  has: async (db, sheetId) => (await listRenewable(db, sheetId)).length > 0,
  async read(db, sheetId, _context, query): Promise<Values> {
    const known = await listAgreements(db, sheetId);
    const one = known.find(({ id }) => id === query('accord')) ?? (known.length === 1 ? known[0] : undefined);
    return one ? { accord: [one.id], nature_accord: [one.kind], titre: [one.title], themes: one.themes } : {};
  },
  run: (tx, actor, sheetId, input, { today }) => add(tx, actor, sheetId, { ...readAgreement(input), renews: input.text('accord')! }, today),
};

export const agreementStateAct: ActSpec = {
  name: 'accord-etat',
  fields: [
    { name: 'accord', type: 'select', required: true, choices: listMovable },
    { name: 'etat_accord', type: 'select', required: true, choices: ['preparing', 'finalising', 'signed', 'in_force', 'expired', 'denounced'] },
    { name: 'date_etat', type: 'date' },
    { name: 'raison', type: 'textarea', max: 1000, sourced: true },
  ],
  has: async (db, sheetId) => (await listMovable(db, sheetId)).length > 0,
  read: async (_db, _sheetId, _context, query) => ({ accord: [query('accord') ?? ''].filter(Boolean) }),
  async run(tx, actor, sheetId, input, { today }) {
    const change = {
      state: input.text('etat_accord') as AgreementState, at: input.date('date_etat') ?? undefined,
      reason: input.text('raison') ?? undefined, source: input.source('raison'),
    };
    return atField(await changeAgreementState(tx, actor, input.text('accord')!, change, today, sheetId));
  },
};

async function add(tx: Parameters<typeof addAgreement>[0], actor: Parameters<typeof addAgreement>[1], sheetId: string, input: AgreementInput, today: string) {
  if (input.state === 'in_force' && !isInsidePeriod(input, today)) return atField({ refused: 'agreement.period' });
  const answer = await addAgreement(tx, actor, sheetId, input);
  return isRefusal(answer) ? atField(answer) : null;
}

function readAgreement(input: Input): AgreementInput {
  return {
    kind: input.text('nature_accord') as AgreementKind,
    title: input.text('titre')!,
    state: input.text('etat_accord') as AgreementState,
    stateAt: input.date('date_etat') ?? undefined,
    start: input.date('debut_accord') ?? undefined,
    end: input.date('fin_accord') ?? undefined,
    themes: input.list('themes'),
    note: input.text('detail') ?? undefined,
    source: input.source('titre'),
  };
}

const stateOf = (one: AgreementShown) => one.states.at(-1)!.state;

async function listMovable(db: Read, sheetId: string | null, lang: Lang = 'fr'): Promise<Choice[]> {
  return toChoices((await listAgreements(db, sheetId!)).filter((one) => listAgreementMoves(stateOf(one)).length > 0), lang);
}

const renewable: readonly AgreementState[] = ['unknown', 'signed', 'in_force', 'expired'];

async function listRenewable(db: Read, sheetId: string | null, lang: Lang = 'fr'): Promise<Choice[]> {
  const all = await listAgreements(db, sheetId!);
  return toChoices(all.filter((one) => renewable.includes(stateOf(one)) && !all.some((other) => other.renews === one.id)), lang);
}

function toChoices(list: readonly AgreementShown[], lang: Lang): Choice[] {
  const t = translator(messages, lang);
  return list.map((one) => [one.id, t('agreement.choice', { title: one.title, state: t(`agreement.${stateOf(one)}`) })] as const);
}
