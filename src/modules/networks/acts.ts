import { findMessage, formatNumber, formatPartialDate, translator, type Lang } from '~/platform/i18n/index.ts';
import { recordDeclaration, settleAct, type ActSpec } from '~/sheets/index.ts';
import { addFigure, closeFigure, figures, listFigures, qualifiers, type Figure } from './figures.ts';
import { messages } from './messages.ts';
import { closeRoleFields, readRole, roleFields, toEndRefusal, toRoleRefusal } from './role-form.ts';
import { addNetworkRole, closeNetworkRole } from './role-commands.ts';
import { describeRole, listRoles } from './queries.ts';
import { isOver } from './rules.ts';

const figure: ActSpec = {
  name: 'chiffre',
  fields: [
    { name: 'chiffre', type: 'select', required: true, choices: figures },
    { name: 'valeur', type: 'number', required: true, sourced: true },
    { name: 'qualificatif', type: 'radio', required: true, choices: qualifiers },
    { name: 'observe', type: 'date', required: true },
    { name: 'note', type: 'text', max: 300 },
  ],
  async run(tx, actor, id, input, { today }) {
    const value = input.number('valeur')!;
    if (!Number.isInteger(value) || value < 0) return { refused: 'figure-count', field: 'valeur' };
    const done = await addFigure(tx, actor, {
      networkId: id, field: input.text('chiffre')!, value: String(value), qualifier: input.text('qualificatif')!, observed: input.date('observe')!,
      note: input.text('note'), source: input.source('valeur') ?? (await recordDeclaration(tx, actor, today)),
    });
    return done === 'added' ? null : { ...done, field: 'valeur' };
  },
};

const outdated: ActSpec = {
  name: 'chiffre-perime',
  fields: [{
    name: 'chiffre_montre', type: 'radio', required: true,
    choices: async (db, id, lang) => (await listFigures(db, id!)).filter((one) => !one.outdated).map((one) => [one.id, describeFigure(one, lang)]),
  }],
  has: async (db, id) => (await listFigures(db, id)).some((one) => !one.outdated),
  async run(tx, actor, id, input) {
    const done = await closeFigure(tx, actor, id, input.text('chiffre_montre')!);
    return done === 'closed' ? null : { ...done, field: 'chiffre_montre' };
  },
};

/** For whoever keeps the network's sheet; an authority says its own roles at `/reseaux/:slug/adhesion`. */
const role: ActSpec = {
  name: 'role',
  fields: [{ name: 'titulaires', type: 'sheets', of: ['territory'], several: true, required: true }, ...roleFields],
  async run(tx, actor, id, input, { today }) {
    const wrong = readRole(input);
    if ('refused' in wrong) return wrong;
    const source = input.source('fonction') ?? (await recordDeclaration(tx, actor, today));
    return toRoleRefusal(await addNetworkRole(tx, actor, { ...wrong, networkId: id, holders: input.list('titulaires').map((authorityId) => ({ authorityId })), sources: [source], today }));
  },
};

const endOfRole: ActSpec = {
  name: 'fin-role',
  fields: [
    {
      name: 'fonction_tenue', type: 'select', required: true,
      choices: async (db, id, lang, { reader, today }) =>
        (await listRoles(db, reader, { networkId: id! })).filter((one) => !isOver(one.until, today)).map((one) => [one.id, describeRole(one, lang)]),
    },
    ...closeRoleFields,
  ],
  has: async (db, id) => (await db.selectFrom('network_roles').select('id').where('network_id', '=', id).limit(1).executeTakeFirst()) !== undefined,
  async run(tx, actor, id, input, { today }) {
    return toEndRefusal(await closeNetworkRole(tx, actor, { networkId: id, roleId: input.text('fonction_tenue')!, until: input.date('fin')!, today }));
  },
};

export const acts: readonly ActSpec[] = [figure, outdated, settleAct, role, endOfRole];

function describeFigure(one: Figure, lang: Lang): string {
  const label = findMessage(messages, lang, `figure.${one.field}`) ?? one.label ?? one.field;
  const value = Number.isNaN(Number(one.value)) ? one.value : formatNumber(lang, Number(one.value));
  const t = translator(messages, lang);
  return one.observed ? t('figures.choiceDated', { value, label, date: formatPartialDate(lang, one.observed) }) : t('figures.choice', { value, label });
}
