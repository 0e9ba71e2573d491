import { languages, type Lang } from '~/platform/i18n/index.ts';
import type { Form } from '~/platform/http/form.ts';
import { readDate } from '~/platform/dates/typed.ts';
import type { Instance } from '~/platform/instance.ts';
import type { Role } from '~/sheets/index.ts';
import { isGrantable } from './rules.ts';

export type Refused = { name: string; code: RefusalCode }[];
export type RefusalCode = 'name.missing' | 'long' | 'zone.wrong' | 'hour.wrong' | 'role.missing' | 'body.missing' | 'body.wrong' | 'until.missing' | 'until.past' | 'until.wrong' | 'account.closed' | 'lastAdministrator';

const zones = new Set(Intl.supportedValuesOf('timeZone'));

export function readSettingsForm(form: Form): { input: Instance; refused: Refused } {
  const refused: Refused = [];
  const limits: Record<string, number> = { nom: 80, court: 30, contact: 200, editeur: 2000, ...Object.fromEntries(languages.map((lang) => [`accueil-${lang}`, 600])) };
  for (const [name, limit] of Object.entries(limits)) if (form.text(name).length > limit) refused.push({ name, code: 'long' });
  if (!form.text('nom')) refused.push({ name: 'nom', code: 'name.missing' });
  const defaultZone = form.text('fuseau');
  if (!zones.has(defaultZone)) refused.push({ name: 'fuseau', code: 'zone.wrong' });
  const digestHour = /^\d{1,2}$/.test(form.text('heure')) ? Number(form.text('heure')) : -1;
  if (digestHour < 0 || digestHour > 23) refused.push({ name: 'heure', code: 'hour.wrong' });
  const welcome: Partial<Record<Lang, string>> = {};
  for (const lang of languages) if (form.text(`accueil-${lang}`)) welcome[lang] = form.text(`accueil-${lang}`);
  return {
    refused,
    input: {
      name: form.text('nom'), shortName: form.text('court') || null, languages: languages.filter((lang) => lang === 'fr' || form.list('langues').includes(lang)),
      welcome, publisher: form.text('editeur') || null, contact: form.text('contact') || null, defaultZone, moderation: form.text('moderation') === '1', digestHour,
    },
  };
}

export interface MandateForm {
  role?: Role;
  body: string;
  function?: string;
  service?: string;
  until?: string;
}

export function readMandateForm(form: Form): { input: MandateForm; refused: Refused } {
  const refused: Refused = [];
  const role = form.text('role');
  if (!isGrantable(role)) refused.push({ name: 'role', code: 'role.missing' });
  for (const name of ['structure', 'fonction', 'service']) if (form.text(name).length > 200) refused.push({ name, code: 'long' });
  const until = form.text('jusqua');
  const day = until ? readDate(until) : undefined;
  if (until && day?.precision !== 'day') refused.push({ name: 'jusqua', code: 'until.wrong' });
  const [held, service] = [form.text('fonction'), form.text('service')];
  return {
    refused,
    input: { body: form.text('structure'), ...(isGrantable(role) ? { role } : {}), ...(held ? { function: held } : {}), ...(service ? { service } : {}), ...(day?.precision === 'day' ? { until: day.value } : {}) },
  };
}
