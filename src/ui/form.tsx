import type { ComponentChildren } from 'preact';
import { useT } from '~/platform/i18n/index.ts';
import { messages } from './messages.ts';
import { StateMark } from './state-mark.tsx';

export type Option = readonly [value: string, label: string] | { value: string; label: string };

const optionOf = (option: Option) => ('value' in option ? option : { value: option[0], label: option[1] });

export interface FieldProps {
  label: ComponentChildren;
  name: string;
  hint?: ComponentChildren;
  error?: ComponentChildren;
  value?: string;
  type?: 'text' | 'email' | 'number' | 'date' | 'month' | 'search' | 'url' | 'tel' | 'file' | 'textarea' | 'select' | 'radio' | 'checkbox' | 'checkboxes';
  /** For select, radio and checkboxes. */
  options?: readonly Option[];
  /** For checkboxes: those that are ticked. */
  values?: readonly string[];
  optional?: boolean;
  autocomplete?: string;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search';
  rows?: number;
  checked?: boolean;
  /** For a file: what the browser proposes. */
  accept?: string;
  /** For a file: several at once. */
  multiple?: boolean;
  maxLength?: number;
  /** Checkboxes drawn otherwise than in a line: folded, with a box to add more. Takes the place of `options`. */
  below?: ComponentChildren;
  /** Values offered while typing. */
  list?: readonly string[];
}

/** One question: label above, hint under it, the error at the field. */
export function Field(props: FieldProps) {
  const { label, name, hint, error, type = 'text', options = [] } = props;
  const t = useT(messages);
  const id = `champ-${name}`;
  const described = [hint && `${id}-aide`, error && `${id}-erreur`].filter(Boolean).join(' ') || undefined;
  const title = (
    <>
      {label} {props.optional && <span class="optional">({t('form.optional')})</span>}
    </>
  );
  const around = (
    <>
      {hint && (
        <p class="hint" id={`${id}-aide`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-erreur`}>
          <StateMark status="erreur" bare /> {error}
        </p>
      )}
    </>
  );
  const box = error ? 'field in-error' : 'field';
  if (type === 'checkbox') {
    return (
      <div class={box}>
        <label class="choice">
          <input type="checkbox" name={name} id={id} value={props.value ?? '1'} checked={props.checked} aria-describedby={described} aria-invalid={error ? true : undefined} /> <span>{title}</span>
        </label>
        {around}
      </div>
    );
  }
  if (type === 'radio' || type === 'checkboxes') {
    return (
      <fieldset class={box} id={id} aria-describedby={described} aria-invalid={error ? true : undefined}>
        <legend>{title}</legend>
        {around}
        {props.below ?? (type === 'radio' ? (
          <Choices type="radio" name={name} options={options} values={[props.value ?? '']} />
        ) : (
          <Choices type="checkbox" name={name} options={options} values={props.values ?? []} />
        ))}
      </fieldset>
    );
  }
  return (
    <div class={box}>
      <label for={id}>{title}</label>
      {around}
      <Control {...props} id={id} described={described} />
    </div>
  );
}

export interface ChoicesProps {
  type: 'radio' | 'checkbox';
  name: string;
  options: readonly Option[];
  /** Those that are ticked. */
  values: readonly string[];
}

/** Answers to tick. Several boxes come with an empty value: a form that sends none of them says « none », not nothing. */
export function Choices({ type, name, options, values }: ChoicesProps) {
  return (
    <div class="choices">
      {type === 'checkbox' && <input type="hidden" name={name} value="" />}
      {options.map(optionOf).map((option) => (
        <label key={option.value} class="choice">
          <input type={type} name={name} value={option.value} checked={values.includes(option.value)} /> <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}

/** Questions that belong together, under their heading. */
export function FieldGroup({ title, children }: { title: ComponentChildren; children: ComponentChildren }) {
  return (
    <fieldset class="field-group">
      <legend>
        <h2>{title}</h2>
      </legend>
      {children}
    </fieldset>
  );
}

function Control({ name, value, type = 'text', options = [], error, rows = 5, autocomplete, inputmode, list, accept, multiple, maxLength, id, described }: FieldProps & { id: string; described?: string }) {
  const common = { id, name, 'aria-describedby': described, 'aria-invalid': error ? (true as const) : undefined };
  if (type === 'textarea') return <textarea {...common} rows={rows} value={value} maxLength={maxLength} />;
  if (type === 'select') {
    return (
      <span class="select">
        <select {...common}>
          {options.map(optionOf).map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
    );
  }
  return (
    <>
      <input {...common} type={type as 'text'} value={value} autocomplete={autocomplete} maxLength={maxLength} inputmode={inputmode} accept={accept} multiple={multiple} list={list && `${id}-liste`} />
      {list && (
        <datalist id={`${id}-liste`}>
          {list.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </>
  );
}

export interface FormError {
  /** The field's name. */
  name: string;
  message: ComponentChildren;
  /** What stands in the way, to go and see. */
  see?: { href: string; label: string };
}

export function ErrorSummary({ errors, title }: { errors: readonly FormError[]; title?: ComponentChildren }) {
  const t = useT(messages);
  if (!errors.length) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1}>
      <h2>{title ?? t('form.errors', { n: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.name}>
            <a href={`#champ-${error.name}`}>{error.message}</a> {error.see && <a href={error.see.href}>{error.see.label}</a>}
          </li>
        ))}
      </ul>
      <p>{t('form.kept')}</p>
    </div>
  );
}
