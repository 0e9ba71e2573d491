import type { Ask } from '~/platform/http/request.ts';
import type { Body, Reader } from './visibility.ts';

/** One line of the animator's desk: what is to prepare, how the network is, or a tool. */
export interface DeskItem {
  label: string;
  /** A count, or « 1 sur 3 »; nothing for a tool. */
  value?: string | number;
  /** How it is counted, in a sentence. */
  rule?: string;
  href?: string;
}

export interface DeskPart {
  section: 'prepare' | 'health' | 'tools';
  order: number;
  /** In the reader's language. `network`: null for the administrator, who sees the whole instance. */
  list(ask: Ask<Reader>, network: Body | null): Promise<DeskItem[]>;
}

let registered: readonly DeskPart[] = [];

/** Called once by the application with what its modules declare. */
export function registerDesk(modules: readonly { desk?: readonly DeskPart[] }[]): void {
  registered = modules.flatMap(({ desk }) => desk ?? []).sort((a, b) => a.order - b.order);
}

export async function listDesk(ask: Ask<Reader>, network: Body | null, section: DeskPart['section']): Promise<DeskItem[]> {
  return (await Promise.all(registered.filter((part) => part.section === section).map((part) => part.list(ask, network)))).flat();
}
