import { beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '~root/tests/support/index.ts';

let request: OpenedApp['request'];
beforeAll(async () => {
  request = (await openApp()).request;
});

const read = async (path: string, init?: RequestInit) => (await request(path, init)).text();

test('an address written in other letters does not change what the next reader of the plain address gets', async () => {
  for (const [plain, odd] of [['/en/reseaux/aimf', '/%65n/reseaux/aimf'], ['/es/reseaux', '/e%73/reseaux'], ['/territoires/porto', '/territoires/p%6Frto']] as const) {
    const alone = await (await openApp()).request(plain).then((response) => response.text());
    await read(odd);
    expect(await read(plain)).toBe(alone);
  }
});

test('no link of a page leads to another site because the address says so', async () => {
  for (const path of ['/en//exemple.fr', '/es//exemple.fr/reseaux', '/en///exemple.fr', '/e%6E/reseaux', '/%65n/exemple.fr', '/en/%5Cexemple.fr']) {
    const page = await read(path);
    const wrong = [...page.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, href]) => href!).filter((href) => !/^(?:\/(?![/\\])|#|http:\/\/jumelles\.test\/|https:\/\/)/.test(href));
    expect([path, wrong]).toEqual([path, []]);
  }
});

test('a redirect stays here, whatever the address', async () => {
  for (const path of ['//exemple.fr/', '///exemple.fr/', '/%5Cexemple.fr/', '/en//exemple.fr/', '/.//exemple.fr/', '/%2F/exemple.fr/', '/%0d%0aset-cookie:x/', '/reseaux//', '/observatoire?avec=//exemple.fr', '/observatoire?q=%0d%0ax&etat=']) {
    const { headers } = await request(path);
    const to = headers.get('location');
    expect([path, to === null || new URL(to, 'http://jumelles.test').origin === 'http://jumelles.test']).toEqual([path, true]);
    expect([path, to === null || !/^\/[/\\]/.test(to), headers.get('set-cookie')]).toEqual([path, true, null]);
  }
});

test('absolute links follow the host asked, and a page kept for one host is not given to another', async () => {
  const ask = async (host: string) => (await openedFor(host, '/reseaux/aimf')).match(/rel="canonical" href="([^"]*)"/)![1];
  expect(await ask('autre.exemple')).toBe('http://autre.exemple/reseaux/aimf');
  expect(await ask('jumelles.test')).toBe('http://jumelles.test/reseaux/aimf');
  expect(await read('/reseaux/aimf', { headers: { 'x-forwarded-host': 'autre.exemple', 'x-forwarded-proto': 'https', forwarded: 'host=autre.exemple' } })).not.toContain('autre.exemple');
});

async function openedFor(host: string, path: string): Promise<string> {
  return (await request(new URL(path, `http://${host}`).href)).text();
}

/** Text that breaks out of something: markup, SQL, a tsquery, a message, a spreadsheet, what Unicode turns round or cuts. */
const odd = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' | '", 'a & b | !c:*', '{n, plural, one {x}}', '__proto__', 'constructor', '\u202Eabc', `${'a'.repeat(199)}😀`, '\\', '%', '\u0001', '\r\nx: y',
  '-1', '99999999999999999999', '2147483648', '1e999', '=1+1', 'x'.repeat(10_000), 'ﬁ', 'İ', '٣',
].map(encodeURIComponent).concat('%ED%A0%80', '%FF', '%E0%A4%A', '%00');
const parameters = ['q', 'genre', 'type', 'territoire', 'pays', 'zone', 'theme', 'odd', 'etat', 'de', 'a', 'apres', 'page', 'lecture', 'avec', 'sujet', 'fiche', 'rencontre'];
const withQuestions = ['/recherche', '/observatoire', '/observatoire.json', '/agenda', '/agenda.ics', '/nouveautes', '/nouveautes.atom', '/a-confirmer', '/documents/raict-2023', '/territoires', '/reseaux', '/carte/0/0/0.pbf'];
const withValues = ['/territoires/X', '/pays/X', '/zones/X', '/odd/X', '/agenda/X', '/documents/X', '/sitemaps/X.xml', '/carte/X/0/0.pbf', '/carte/0/X/0.pbf', '/partenariats/X.json', '/X/bordeaux.csv', '/themes/X', '/assets/X', '/en/X'];

test('no odd value of any parameter or part of an address is a failure or a script', async () => {
  const addresses = [
    ...withQuestions.flatMap((path) => parameters.map((name, index) => `${path}?${name}=${odd[index % odd.length]}&${name}=${odd[(index * 7 + 3) % odd.length]}&${name}[]=1`)),
    ...withQuestions.flatMap((path) => odd.map((value) => `${path}?${['q', 'territoire', 'apres'].map((name) => `${name}=${value}`).join('&')}`)),
    ...withValues.flatMap((path) => odd.filter((value) => value.length < 9000).map((value) => path.replace('X', value))),
  ];
  const wrong: string[] = [];
  for (const address of addresses) {
    const response = await request(address);
    const text = await response.text();
    if (response.status >= 500) wrong.push(`${response.status} ${address.slice(0, 120)}`);
    if (response.headers.get('content-type')?.includes('html') && /<script>alert|<img src=x/.test(text)) wrong.push(`script in ${address}`);
    if (!response.headers.get('content-security-policy')?.includes("default-src 'none'")) wrong.push(`no policy on ${address}`);
    if (response.headers.get('x-content-type-options') !== 'nosniff') wrong.push(`sniffed ${address}`);
  }
  expect(wrong).toEqual([]);
}, 240_000);

test('files outside the built ones are not served', async () => {
  for (const path of ['/assets/..%2f.vite%2fmanifest.json', '/assets/..%5c..%5cpackage.json', '/assets/%2e%2e/%2e%2e/package.json', '/assets/%252e%252e/package.json', '/.vite/manifest.json', '/assets/%00', '/assets']) {
    expect([path, (await request(path)).status]).toEqual([path, 404]);
  }
});

test('what is not asked for with GET or HEAD changes and says nothing', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const response = await request('/reseaux', { method });
    expect([method, response.status]).toEqual([method, 404]);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  }
  const head = await request('/reseaux', { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect((await read('/reseaux')).length).toBeGreaterThan(1000);
});

test('the first and the last month of the agenda lead to no month that does not exist', async () => {
  for (const month of ['1900-01', '2099-12']) {
    const page = await read(`/agenda/${month}`);
    for (const [, href] of page.matchAll(/href="(\/agenda\/[^"]*)"/g)) expect([href, (await request(href!)).status]).toEqual([href, 200]);
  }
});

test('a feed whose title repeats the question is still XML, whatever was asked', async () => {
  for (const words of ['\uFFFE', '\uFFFF', '\u0001', ']]>', '&#0;']) {
    const feed = await read(`/nouveautes.atom?q=a${encodeURIComponent(words)}`);
    expect([words, /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|&(?!#\d+;)/.test(feed)]).toEqual([words, false]);
  }
});
