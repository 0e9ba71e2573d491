/** `Saint-Étienne-du-Gué-de-l'Isle` is `saint-etienne-du-gue-de-l-isle`. */
export function slugify(name: string): string {
  return name
    .replace(/[œŒ]/g, 'oe').replace(/[æÆ]/g, 'ae')
    .normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    .replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

// Insee's TNCC: which article goes with a name
const links = ['de ', 'd’', 'du ', 'de la ', 'des ', 'de l’', 'des ', 'de las ', 'de los '];

/** « Département de la Gironde », « Département de l’Ain ». */
export function titleOfDepartment(name: string, link: number): string {
  return `Département ${links[link] ?? 'de '}${name}`;
}

const words: Record<string, [type: string, long: string]> = {
  CC: ['communaute_communes', 'Communauté de communes'],
  CA: ['communaute_agglomeration', 'Communauté d’agglomération'],
  CU: ['communaute_urbaine', 'Communauté urbaine'],
  METRO: ['metropole', ''],
  MET69: ['metropole', ''],
  EPT: ['ept', 'Établissement public territorial'],
};

/** « CC du Pays de Bitche » becomes « Communauté de communes du Pays de Bitche »; the short form stays a name. */
export function nameIntercommunality(name: string, type: string): { type: string; title: string; short: string | null } {
  const [kind, long] = words[type] ?? ['intercommunalite', ''];
  const bare = name.replace(/^(CC|CA|CU) /, '');
  if (type === 'EPT') return { type: kind, title: name, short: null };
  return bare === name || !long ? { type: kind, title: name, short: null } : { type: kind, title: `${long} ${bare}`, short: name };
}

/**
 * Addresses are for keeps: bare when the name is alone, `-33` by département when it is not, the code if that is not enough.
 * `claim` is asked in the order of the public's interest: short addresses first, then large scales, then communes.
 */
export function createSlugs(reserved: Iterable<string>) {
  const taken = new Set(reserved);
  const free = (slug: string) => !taken.has(slug);
  return {
    claim(candidates: string[]): string {
      const slug = candidates.find(free);
      if (slug === undefined) throw new RangeError(`No address left for ${candidates[0]}`);
      taken.add(slug);
      return slug;
    },
  };
}
