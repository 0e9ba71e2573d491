import type { Read, Tx } from '~/platform/db/index.ts';
import type { EditRefusal, FieldSpec, Input, Values } from '~/sheets/index.ts';

/** How to reach the people who deal with things abroad. */
export interface Contact {
  web: string | null;
  service: string | null;
  serviceFunction: string | null;
  mail: string | null;
  phone: string | null;
  page: string | null;
  isPublic: boolean;
}

/** Asked of authorities and organisations alike. What is private is not written in history: `private`. */
export const contactFields: readonly FieldSpec[] = [
  { name: 'site', type: 'url', group: 'contact' },
  { name: 'service', type: 'text', group: 'contact' },
  { name: 'fonction', type: 'text', group: 'contact' },
  { name: 'courriel', type: 'mail', group: 'contact', private: true },
  { name: 'telephone', type: 'text', max: 40, group: 'contact', private: true },
  { name: 'page', type: 'url', group: 'contact' },
  { name: 'contact_public', type: 'checkbox', group: 'contact' },
  { name: 'contact_personne', type: 'checkbox', group: 'contact' },
];

const tick = (on: boolean | undefined): string[] => (on ? ['1'] : []);
const one = (text: string | null | undefined): string[] => (text ? [text] : []);

export async function readContact(db: Read, sheetId: string): Promise<Values> {
  const row = await db.selectFrom('contacts').selectAll().where('sheet_id', '=', sheetId).executeTakeFirst();
  return {
    site: one(row?.web), service: one(row?.service), fonction: one(row?.service_function), courriel: one(row?.mail), telephone: one(row?.phone),
    page: one(row?.page), contact_public: tick(row?.is_public), contact_personne: tick(row?.agreed),
  };
}

/** An address that looks like somebody's own is published only if that person agrees. */
export async function writeContact(tx: Tx, sheetId: string, input: Input): Promise<EditRefusal | null> {
  const [mail, isPublic, agreed] = [input.text('courriel'), input.checked('contact_public'), input.checked('contact_personne')];
  if (isPublic && mail && !agreed && looksPersonal(mail)) return { refused: 'personal-mail', field: 'courriel' };
  const values = {
    web: input.text('site'), service: input.text('service'), service_function: input.text('fonction'), mail, phone: input.text('telephone'),
    page: input.text('page'), is_public: isPublic, agreed,
  };
  await tx.insertInto('contacts').values({ sheet_id: sheetId, ...values }).onConflict((oc) => oc.column('sheet_id').doUpdateSet(values)).execute();
  return null;
}

/** What may be shown: the site always, the rest if it was ticked. */
export async function findContact(db: Read, sheetId: string): Promise<Contact | undefined> {
  const row = await db.selectFrom('contacts').selectAll().where('sheet_id', '=', sheetId).executeTakeFirst();
  if (!row || (!row.web && !row.is_public)) return undefined;
  if (!row.is_public) return { web: row.web, service: null, serviceFunction: null, mail: null, phone: null, page: null, isPublic: false };
  return { web: row.web, service: row.service, serviceFunction: row.service_function, mail: row.mail, phone: row.phone, page: row.page, isPublic: true };
}

// A service's address is words of the house; somebody's own is a first name and a name.
const serviceWords = /^(accueil|administration|affaires|bureau|cabinet|communication|contact|cooperation|coop|courrier|culture|dgs|direction|dri|ei|europe|europeennes?|info|infos|inter|international|internationale?s?|jumelages?|mairie|mission|monde|partenariats?|pole|projets?|relations?|ri|rel|secretariat|service|solidarites?|ville|villes)$/;

export function looksPersonal(mail: string): boolean {
  const words = mail.split('@')[0]!.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^a-z]+/).filter(Boolean);
  return words.length === 2 && !words.some((word) => serviceWords.test(word));
}
