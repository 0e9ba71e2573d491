import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { newId } from '~/platform/db/index.ts';
import { removeLooseFiles } from './commands.ts';

let app: OpenedApp;
let agent: Visitor;
const at = '/fiches/partenariat/bordeaux-lima/pieces';
const words = { legende: 'Signature à Lima', credit: 'Service des relations internationales', alternative: 'Deux personnes signent un registre', prise: 'juin 2024' };

beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  agent = await app.signIn('agent-bordeaux');
});

/** A photo with a place in it, as a telephone writes it. */
const takePhoto = (width = 2000) =>
  sharp({ create: { width, height: Math.round(width / 2), channels: 3, background: '#c65' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Appareil de test' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '12/1 2/1 0/1' } })
    .toBuffer();

function formOf(fields: Record<string, string>, file?: { bytes: Uint8Array; name: string }): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file) form.set('fichier', new File([file.bytes as Uint8Array<ArrayBuffer>], file.name));
  return form;
}

test('R066 a photo is shown in several sizes, described, dated, and without the place that the camera wrote in it', async () => {
  const photo = await takePhoto();
  expect((await sharp(photo).metadata()).exif).toBeDefined();
  expect((await agent.post(at, formOf({ nature: 'photo', ...words }, { bytes: photo, name: 'IMG_0042.JPG' }))).status).toBe(303);
  const page = await (await app.request('/partenariats/bordeaux-lima')).text();
  expect(page).toContain('alt="Deux personnes signent un registre"');
  expect(page).toContain('© Service des relations internationales, juin 2024');
  const addresses = [...page.matchAll(/\/photos\/[0-9a-f-]+\/\d+/g)].map(([one]) => one);
  expect(new Set(addresses.map((one) => one.split('/').at(-1)))).toEqual(new Set(['480', '960', '1600']));
  for (const address of new Set(addresses)) {
    const response = await app.request(address);
    expect(response.headers.get('content-type')).toBe('image/webp');
    const { exif, width } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect([exif, String(width)]).toEqual([undefined, address.split('/').at(-1)]);
  }
});

test('a file is what it holds, not what it is called', async () => {
  const refused = [
    { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), name: 'photo.jpg' },
    { bytes: Buffer.from('<html><script>alert(1)</script></html>'), name: 'photo.webp' },
    { bytes: (await takePhoto()).subarray(0, 900), name: 'coupee.jpg' },
    { bytes: new Uint8Array(0), name: 'vide.jpg' },
  ];
  for (const file of refused) expect([file.name, (await agent.post(at, formOf({ nature: 'photo', ...words }, file))).status]).toEqual([file.name, 422]);
  const html = { bytes: Buffer.from('<html><script>alert(1)</script></html>'), name: 'convention.pdf' };
  const answer = await agent.post(at, formOf({ nature: 'document', ...words }, html));
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('n’est pas d’une sorte acceptée');
});

test('a small file that unfolds to a huge image is refused, and the application goes on', async () => {
  const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' }, limitInputPixels: false }).png({ compressionLevel: 9 }).toBuffer();
  expect(bomb.length).toBeLessThan(2_000_000);
  expect((await agent.post(at, formOf({ nature: 'photo', ...words }, { bytes: bomb, name: 'bombe.png' }))).status).toBe(422);
  expect((await app.request('/partenariats/bordeaux-lima')).status).toBe(200);
}, 30_000);

test('more than the accepted weight is refused in a sentence, before it is read', async () => {
  const heavy = { bytes: Buffer.alloc(22 * 1024 * 1024), name: 'lourd.pdf' };
  const answer = await agent.post(at, formOf({ nature: 'document', ...words }, heavy));
  expect(answer.status).toBe(413);
  expect(await answer.text()).toContain('dépasse la taille acceptée');
});

test('one account does not fill the disk in a day', async () => {
  const { id } = await app.db.selectFrom('accounts').select('id').where('demo', '=', 'elue-bordeaux').executeTakeFirstOrThrow();
  await app.db.insertInto('files').values({ id: newId(), name: 'beaucoup.pdf', media_type: 'application/pdf', bytes: 200 * 1024 * 1024, account_id: id }).execute();
  const answer = await (await app.signIn('elue-bordeaux')).post(at, formOf({ nature: 'photo', ...words }, { bytes: await takePhoto(400), name: 'encore.jpg' }));
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('la suite demain');
  await app.db.deleteFrom('files').where('name', '=', 'beaucoup.pdf').execute();
});

test('without a caption the form comes back and the file is not to be sent again', async () => {
  const pdf = { bytes: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF'), name: '../../etc/Convention\r\nX: 2024.pdf' };
  const back = await agent.post(at, formOf({ nature: 'document', credit: 'Ville de Bordeaux', legende: '' }, pdf));
  expect(back.status).toBe(422);
  const page = await back.text();
  expect(page).toContain('value="Ville de Bordeaux"');
  const kept = /name="garde" value="([^"]+)"/.exec(page)![1]!;
  const other = await app.signIn('elue-bordeaux');
  expect((await other.post(at, formOf({ nature: 'document', credit: 'x', legende: 'y', garde: kept }))).status).toBe(422);
  expect((await agent.post(at, formOf({ nature: 'document', credit: 'Ville de Bordeaux', legende: 'Convention 2024', garde: kept }))).status).toBe(303);
  const sheet = await (await app.request('/partenariats/bordeaux-lima')).text();
  const address = /href="(\/fichiers\/[^"]+)"/.exec(sheet)![1]!;
  const file = await app.request(address);
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''Convention[\w%]*\.pdf$/);
  expect(file.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('a caption is corrected, a piece is taken off, and both are in the history', async () => {
  const id = (await app.db.selectFrom('sheet_attachments').select('id').where('caption', '=', 'Signature à Lima').executeTakeFirstOrThrow()).id;
  expect((await agent.post(`/pieces/${id}`, { ...words, legende: '' })).status).toBe(422);
  expect((await agent.post(`/pieces/${id}`, { ...words, legende: 'Signature à Lima, hôtel de ville' })).status).toBe(303);
  expect((await agent.post(`/pieces/${id}/retrait`)).status).toBe(303);
  expect(await (await app.request('/partenariats/bordeaux-lima')).text()).not.toContain('hôtel de ville');
  expect((await app.request(`/photos/${id}/480`)).status).toBe(404);
  const events = await app.db.selectFrom('events').select('changes').where('name', '=', 'partnership.updated').orderBy('position', 'desc').limit(2).execute();
  expect(events.map((event) => event.changes)).toEqual([{ photo: ['Signature à Lima, hôtel de ville', null] }, { photo: ['Signature à Lima', 'Signature à Lima, hôtel de ville'] }]);
});

test('R194 nobody adds to, changes or takes from somebody else’s sheet', async () => {
  const document = await app.db.selectFrom('sheet_attachments').select('id').where('kind', '=', 'document').executeTakeFirstOrThrow();
  for (const persona of ['agent-toulouse', 'partenaire-lima', 'citoyenne-toulouse', 'porteuse-projet']) {
    const visitor = await app.signIn(persona);
    const answers = [await visitor.get(at), await visitor.post(at, formOf({ nature: 'photo', ...words })), await visitor.get(`/pieces/${document.id}`), await visitor.post(`/pieces/${document.id}`, words), await visitor.post(`/pieces/${document.id}/retrait`)];
    expect([persona, ...answers.map((one) => one.status)]).toEqual([persona, 404, 404, 404, 404, 404]);
  }
});

test('a piece of a hidden sheet is hidden, and files that hang nowhere are erased', async () => {
  const { id, sheet_id } = await app.db.selectFrom('sheet_attachments').select(['id', 'sheet_id']).where('kind', '=', 'document').executeTakeFirstOrThrow();
  await app.db.updateTable('sheets').set({ visibility: 'draft' }).where('id', '=', sheet_id).execute();
  expect((await app.request(`/fichiers/${id}/x.pdf`)).status).toBe(404);
  const own = await agent.get(`/fichiers/${id}/x.pdf`);
  expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  const before = await app.db.selectFrom('files').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  await app.db.transaction().execute((tx) => removeLooseFiles(tx, Date.now() + 40 * 86_400_000));
  const after = await app.db.selectFrom('files').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  expect(Number(before.n)).toBeGreaterThan(Number(after.n));
  expect(Number(after.n)).toBe(1);
});
