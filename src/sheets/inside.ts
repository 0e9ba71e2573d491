import type { VNode } from 'preact';
import type { Ask } from '~/platform/http/request.ts';
import type { Inside, SheetFrame } from './frame.ts';
import type { Reader } from './visibility.ts';

/**
 * A block that a module draws in the pages of other modules' sheets: the registration of a meeting, the discussions of a
 * group. `head` before the page's own sections, `main` after them, `aside` in the margin. Null: nothing to say to this reader.
 */
export interface SheetPart {
  kinds: readonly string[];
  where: keyof Inside;
  order: number;
  draw(ask: Ask<Reader>, frame: SheetFrame): Promise<VNode | null>;
}

/** The same for the page of a country, which is no sheet. */
export interface CountryPart {
  order: number;
  draw(ask: Ask<Reader>, iso: string): Promise<VNode | null>;
}

let registered: readonly SheetPart[] = [];
let ofCountries: readonly CountryPart[] = [];

/** Called once by the application with what its modules declare. */
export function registerInside(modules: readonly { inside?: readonly SheetPart[]; inCountries?: readonly CountryPart[] }[]): void {
  registered = modules.flatMap(({ inside }) => inside ?? []).sort((a, b) => a.order - b.order);
  ofCountries = modules.flatMap(({ inCountries }) => inCountries ?? []).sort((a, b) => a.order - b.order);
}

export async function drawInCountry(ask: Ask<Reader>, iso: string): Promise<VNode[]> {
  return (await Promise.all(ofCountries.map((part) => part.draw(ask, iso)))).filter((node) => node !== null);
}

export async function drawInside(ask: Ask<Reader>, frame: SheetFrame): Promise<Inside> {
  const parts = registered.filter((part) => part.kinds.includes(frame.sheet.kind));
  const drawn = await Promise.all(parts.map((part) => part.draw(ask, frame)));
  const at = (where: SheetPart['where']) => drawn.filter((node, index): node is VNode => node !== null && parts[index]!.where === where);
  return { head: at('head'), main: at('main'), aside: at('aside') };
}
