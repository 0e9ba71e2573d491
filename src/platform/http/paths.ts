type Params<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in CleanName<Name> | keyof Params<`/${Rest}`>]: string }
  : P extends `${string}:${infer Name}`
    ? { [K in CleanName<Name>]: string }
    : Record<never, string>;
type CleanName<N extends string> = N extends `${infer Base}{${string}` ? Base : N extends `${infer Base}.${string}` ? Base : N;

export interface Path<P extends string = string> {
  /** Hono's pattern, French words, no language prefix. */
  pattern: P;
  /** The address with its parameters and query. Empty query values are left out. */
  href(params: Params<P>, query?: Query): string;
}

export type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

/** A URL is written once: `const show = path('/partenariats/:slug')`, then `show.href({ slug })`. */
export function path<const P extends string>(pattern: P): Path<P> {
  return {
    pattern,
    href(params, query) {
      const filled = pattern.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => encodeURIComponent((params as Record<string, string>)[name] ?? ''));
      return filled + buildQuery(query);
    },
  };
}

/** `?a=1&b=2`, or nothing at all. */
export function buildQuery(query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== null && one !== undefined && one !== '') search.append(name, String(one));
  }
  const text = search.toString();
  return text && `?${text}`;
}
