import type { Read } from '~/platform/db/index.ts';
import { findMessage, type Bundle, type Lang } from '~/platform/i18n/index.ts';
import { countryName, goalName, listCountries, listGoals, listThemes } from '~/reference/index.ts';
import { listPicked, type Picked } from './pick.ts';
import type { Choice, EditContext, FieldSpec, Values } from './types.ts';

/** A field in the reader's words, with what one may choose: ready to be drawn and to be checked. */
export interface ReadyField {
  spec: FieldSpec;
  label: string;
  hint: string | undefined;
  choices: readonly Choice[];
  /** Sheets among its values that the reader may see. */
  picked: readonly Picked[];
  /** These, and those that the sheet holds now. */
  seen: readonly Picked[];
  /** Sheets among its present values that the reader may not see: neither shown nor lost. */
  hidden: readonly string[];
}

export interface FormSetting {
  db: Read;
  lang: Lang;
  messages: Bundle;
  sheetId: string | null;
  context: EditContext;
}

/** Fields that this right may fill. */
export function listAllowed(fields: readonly FieldSpec[], { right }: Pick<EditContext, 'right'>): FieldSpec[] {
  return fields.filter((field) => !field.rights || field.rights.includes(right));
}

/** `values`: what is shown now; `present`: what the sheet holds. */
export async function readyFields(fields: readonly FieldSpec[], setting: FormSetting, values: Values, present: Values = {}): Promise<ReadyField[]> {
  return Promise.all(
    fields.map(async (spec) => {
      const ids = spec.type === 'sheets' ? [...(values[spec.name] ?? []), ...(present[spec.name] ?? [])] : [];
      const seen = ids.length ? await listPicked(setting.db, setting.context.reader, spec.of ?? [], ids) : [];
      const shown = new Set(values[spec.name] ?? []);
      return {
        spec,
        label: findMessage(setting.messages, setting.lang, `field.${spec.name}`) ?? spec.name,
        hint: findMessage(setting.messages, setting.lang, `field.${spec.name}.hint`),
        choices: await listChoices(spec, setting),
        seen,
        picked: seen.filter((one) => shown.has(one.id)),
        hidden: spec.type === 'sheets' ? (present[spec.name] ?? []).filter((id) => !seen.some((one) => one.id === id)) : [],
      };
    }),
  );
}

async function listChoices(spec: FieldSpec, { db, lang, messages, sheetId, context }: FormSetting): Promise<readonly Choice[]> {
  if (typeof spec.choices === 'function') return spec.choices(db, sheetId, lang, context);
  if (spec.choices) return spec.choices.map((code) => [code, findMessage(messages, lang, `choice.${spec.name}.${code}`) ?? code]);
  if (spec.type === 'countries') return [['FR', countryName('FR', lang)], ...listCountries(lang).filter(({ iso }) => iso !== 'FR').map((country) => [country.iso, country[lang]] as const)];
  if (spec.type === 'themes') return listThemes().map((theme) => [theme.slug, theme[lang]]);
  if (spec.type === 'sdgs') return listGoals().map(({ n }) => [String(n), `${n}. ${goalName(n, lang)}`]);
  return [];
}
