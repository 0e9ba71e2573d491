import type { VNode } from 'preact';
import { findMessage, formatPartialDate, useT, useView, type Bundle } from '~/platform/i18n/index.ts';
import { readDate } from '~/platform/dates/typed.ts';
import { Choices, Field, FieldGroup, type FormError, type Option } from '~/ui/index.ts';
import { messages } from './messages.ts';
import { Picker, type Search } from './picker.tsx';
import type { ReadyField } from './ready.ts';
import { SourceOf } from './source-of.tsx';
import type { FieldSource, TypedSource } from './sources.ts';
import type { Values } from './types.ts';
import { isList } from './values.ts';

export interface EditFieldsProps {
  kindMessages: Bundle;
  ready: readonly ReadyField[];
  values: Values;
  errors?: readonly FormError[];
  searches?: ReadonlyMap<string, Search>;
  /** What was typed of where each fact is said. */
  typed?: ReadonlyMap<string, TypedSource>;
  /** Where each is said now. */
  sources?: readonly FieldSource[];
}

/** Fields in one column, those of a group under its heading. */
export function EditFields(props: EditFieldsProps) {
  const { lang } = useView();
  // What is said is the exception: which few are required, or which few are not.
  const saysRequired = props.ready.filter(({ spec }) => spec.required).length * 2 <= props.ready.length;
  const groups: { name: string | undefined; fields: ReadyField[] }[] = [];
  for (const field of props.ready) {
    const last = groups.at(-1);
    if (last && last.name === field.spec.group) last.fields.push(field);
    else groups.push({ name: field.spec.group, fields: [field] });
  }
  return (
    <>
      {groups.map(({ name, fields }, index) => {
        const inside = fields.map((field) => <EditField key={field.spec.name} field={field} saysRequired={saysRequired} {...props} />);
        const title = name && findMessage(props.kindMessages, lang, `group.${name}`);
        return title ? <FieldGroup key={index} title={title}>{inside}</FieldGroup> : <div key={index}>{inside}</div>;
      })}
    </>
  );
}

function EditField({ field, saysRequired, values, errors = [], searches, typed, sources = [] }: EditFieldsProps & { field: ReadyField; saysRequired: boolean }) {
  const { spec } = field;
  const error = errors.find(({ name }) => name === spec.name)?.message;
  return (
    <>
      <Input field={field} saysRequired={saysRequired} values={values[spec.name] ?? []} error={error} search={searches?.get(spec.name)} />
      {spec.sourced && <SourceOf field={field} typed={typed?.get(spec.name)} errors={errors} present={sources.filter((one) => one.field === spec.name)} />}
    </>
  );
}

interface InputProps {
  field: ReadyField;
  saysRequired: boolean;
  values: readonly string[];
  error?: FormError['message'];
  search?: Search;
}

function Input({ field, saysRequired, values, error, search }: InputProps) {
  const t = useT(messages);
  const { lang } = useView();
  const { spec, hint, choices } = field;
  const label = <FieldLabel field={field} saysRequired={saysRequired} />;
  const common = { label, name: spec.name, hint, error, autocomplete: spec.autocomplete };
  const [value = ''] = values;
  switch (spec.type) {
    case 'sheets':
      return <Picker field={field} label={label} error={error} search={search} />;
    case 'textarea':
    case 'lines':
      return <Field {...common} type="textarea" rows={spec.rows} hint={hint ?? (spec.type === 'lines' ? t('lines.hint') : undefined)} value={values.join('\n')} />;
    case 'date': {
      const date = readDate(value);
      return <Field {...common} hint={hint ?? t('date.hint')} value={date ? formatPartialDate(lang, date) : value} />;
    }
    case 'number':
      // What is no number comes back as it was typed.
      return <Field {...common} inputmode="decimal" value={lang === 'en' || Number.isNaN(Number(value)) ? value : value.replace('.', ',')} />;
    case 'url':
    case 'mail':
      return <Field {...common} inputmode={spec.type === 'url' ? 'url' : 'email'} value={value} />;
    case 'checkbox':
      return (
        <>
          <input type="hidden" name={spec.name} value="" />
          <Field {...common} label={field.label} type="checkbox" checked={value !== ''} />
        </>
      );
    case 'radio':
      return <Field {...common} type="radio" options={withNone(choices, spec.required, t('select.none'))} value={value} />;
    case 'checkboxes':
      return <Field {...common} type="checkboxes" options={choices} values={values} />;
    case 'select':
    case 'countries':
    case 'themes':
    case 'sdgs':
      if (isList(spec)) return <Several field={field} label={label} values={values} error={error} />;
      return <Field {...common} type="select" options={withNone(choices, false, t('select.none'))} value={value} />;
    default:
      return <Field {...common} value={value} maxLength={spec.max ?? 200} />;
  }
}

export function FieldLabel({ field: { spec, label }, saysRequired }: { field: ReadyField; saysRequired: boolean }) {
  const t = useT(messages);
  if (Boolean(spec.required) !== saysRequired) return <>{label}</>;
  return (
    <>
      {label} <span class="optional">({t(saysRequired ? 'required' : 'optional')})</span>
    </>
  );
}

const withNone = (choices: readonly Option[], required: boolean | undefined, none: string): Option[] => [...(required ? [] : [['', none] as const]), ...choices];

/** Among very many: what is chosen is in sight, the rest is folded, or typed. */
function Several({ field: { spec, hint, choices }, label, values, error }: Pick<InputProps, 'field' | 'values' | 'error'> & { label: VNode }) {
  const t = useT(messages);
  if (spec.type === 'select') return <Field label={label} name={spec.name} hint={hint} error={error} type="checkboxes" options={choices} values={values} />;
  const options = spec.type === 'countries' ? choices.filter(([code]) => values.includes(code)) : choices;
  return (
    <Field
      label={label}
      name={spec.name}
      hint={hint}
      error={error}
      type="checkboxes"
      options={[]}
      below={
        spec.type === 'countries' ? (
          <>
            <Choices type="checkbox" name={spec.name} options={options} values={values} />
            <Field label={t('countries.add')} name={`${spec.name}.ajouter`} hint={t('countries.addHint')} list={choices.map(([, name]) => name)} />
          </>
        ) : (
          <details class="many" open={error !== undefined}>
            <summary>{t(spec.type === 'themes' ? 'themes.open' : 'sdgs.open', { n: values.length })}</summary>
            <Choices type="checkbox" name={spec.name} options={options} values={values} />
          </details>
        )
      }
    />
  );
}

