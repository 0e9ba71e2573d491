import { parsePartialDate, type PartialDate } from './partial.ts';

const months: readonly (readonly string[])[] = [
  ['janvier', 'january', 'enero'], ['fevrier', 'february', 'febrero'], ['mars', 'march', 'marzo'], ['avril', 'april', 'abril'],
  ['mai', 'may', 'mayo'], ['juin', 'june', 'junio'], ['juillet', 'july', 'julio'], ['aout', 'august', 'agosto'],
  ['septembre', 'september', 'septiembre'], ['octobre', 'october', 'octubre'], ['novembre', 'november', 'noviembre'], ['decembre', 'december', 'diciembre'],
];

const two = (text: string | number) => String(text).padStart(2, '0');

/** A date as people write it: `2000`, `2000-06`, `06/2000`, `juin 2000`, `7 juin 2000`, `07/06/2000`, `7 de junio de 2000`. Undefined: not a date. */
export function readDate(typed: string): PartialDate | undefined {
  const text = typed.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/\b(de|del|le|of|el|the)\b/g, ' ').replace(/\s+/g, ' ').replace(/\b1er\b/, '1').trim();
  const iso = isoOf(text);
  if (!iso) return undefined;
  try {
    return parsePartialDate(iso);
  } catch {
    return undefined;
  }
}

function isoOf(text: string): string | undefined {
  if (/^\d{4}(-\d{2}){0,2}$/.test(text)) return text;
  const figures = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(text);
  if (figures) return [figures[3]!, two(figures[2]!), ...(figures[1] ? [two(figures[1])] : [])].join('-');
  const words = /^(?:(\d{1,2}) )?([a-z]+)\.? (\d{4})$/.exec(text);
  const month = words ? months.findIndex((names) => names.some((name) => name === words[2] || (words[2]!.length >= 3 && name.startsWith(words[2]!)))) : -1;
  return month < 0 ? undefined : [words![3]!, two(month + 1), ...(words![1] ? [two(words![1])] : [])].join('-');
}
