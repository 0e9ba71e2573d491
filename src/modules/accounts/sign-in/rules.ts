/** An address as people write it, letters of any alphabet; null when it cannot be one. Refuses what could hold a second header or address. */
export function parseMail(text: string): string | null {
  const mail = text.trim().normalize('NFC');
  return mail.length <= 254 && /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}.]+(\.[^\s@<>()[\]\\,;:"\p{Cc}.]+)+$/u.test(mail) ? mail : null;
}

const elsewhere = 'http://elsewhere.invalid';

/**
 * Where to go after signing in: a path of ours, or null. Refuses another host in every spelling: `//`, `/\`, a control character
 * that browsers take out, `/.//`, and the same percent-encoded once or more.
 */
export function parseNext(text: string | undefined): string | null {
  if (!text || text.length > 1000) return null;
  for (let at = text, times = 0; times < 4; times++) {
    if (!/^\/(?![/\\])/.test(at) || /[\p{Cc}\\]/u.test(at.split(/[?#]/)[0]!) || /\p{Cc}/u.test(at)) return null;
    const { origin, pathname } = new URL(at, elsewhere);
    if (origin !== elsewhere || pathname.startsWith('//')) return null;
    // these lead back here, or out
    if (/^(\/(en|es))?\/(connexion|deconnexion)(\/|$)/.test(pathname)) return null;
    const decoded = decode(at);
    if (decoded === null) return null;
    if (decoded === at) return text;
    at = decoded;
  }
  return null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** A first guess, to correct: « marie.durand@… » is « Marie Durand ». */
export function buildName(mail: string): string {
  const words = mail.split('@')[0]!.replace(/\+.*$/, '').split(/[._-]+/).filter(Boolean);
  return words.map((word) => word[0]!.toLocaleUpperCase('fr') + word.slice(1)).join(' ').slice(0, 120) || mail.split('@')[0]!;
}

const browsers: [RegExp, string][] = [[/Edg(e|A|iOS)?\//, 'Edge'], [/OPR\/|Opera/, 'Opera'], [/SamsungBrowser\//, 'Samsung Internet'], [/Firefox\/|FxiOS\//, 'Firefox'], [/Chrome\/|CriOS\//, 'Chrome'], [/Safari\//, 'Safari']];
const systems: [RegExp, string][] = [[/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X|Macintosh/, 'macOS'], [/CrOS/, 'ChromeOS'], [/Linux/, 'Linux']];

/** Enough to recognise one's devices, too little to recognise people: `Firefox/Linux`, and nothing when it does not say. */
export function parseDevice(userAgent: string | undefined): string {
  const find = (table: [RegExp, string][]) => table.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  const [browser, system] = [find(browsers), find(systems)];
  return browser && system ? `${browser}/${system}` : (browser ?? system ?? '');
}
