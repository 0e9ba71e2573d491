import { findMessage, formatList, translator, type Lang } from '~/platform/i18n/index.ts';
import { findNotice, getKind, labelOfState, type KindSpec } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import type { Told } from './queries.ts';

const mostFields = 4;

/** What happened, as the end of a sentence that begins with the sheet’s title: « corrigée par Bordeaux (année de départ) ». */
export function describeTold(told: Told, lang: Lang): string {
  const t = translator(messages, lang);
  if (told.function !== null) return t('told.function', { function: told.function });
  const what = told.name.slice(told.name.indexOf('.') + 1);
  const spec = getKind(told.kind);
  const body = told.body ?? '';
  const by = told.body ? 'yes' : 'no';
  if (what === 'state' && told.state) {
    const state = labelOfState(told.kind, told.state, lang);
    if (state) return t('told.state', { state, by, body });
  }
  if (what === 'updated' || what === 'created' || what === 'merged' || what === 'state') {
    const fields = what === 'updated' ? labelsOf(told.fields, spec, lang) : [];
    return t(`told.${what}`, { by, body, n: fields.length, fields: formatList(lang, fields) });
  }
  const own = findMessage(spec.messages, lang, `history.${what}`) ?? findNotice(told.name, lang);
  if (told.label !== null) return t('told.labelled', { what: own ?? '', known: own ? 'yes' : 'no', label: told.label });
  return own ? t('told.own', { what: own, by, body }) : t('told.other', { by, body });
}

/** Fields as the form calls them; what only the keepers read is not named. */
function labelsOf(fields: readonly string[], spec: KindSpec, lang: Lang): string[] {
  const hidden = new Set(spec.edit?.fields.filter((field) => field.private).map(({ name }) => name));
  const labels = fields.filter((name) => !hidden.has(name)).map((name) => findMessage(spec.messages, lang, `field.${name}`)).filter((label) => label !== undefined);
  return [...new Set(labels)].slice(0, mostFields).map((label) => `«\u00a0${label}\u00a0»`);
}
