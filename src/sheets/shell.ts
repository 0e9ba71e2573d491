import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MenuItem } from './module.ts';

/** What stands around every page: the menus that modules declare, and the built files. */
export interface Shell {
  menu: readonly MenuItem[];
  assets: { css: string[]; map: string | null; edit: string | null; fonts: string[] };
}

export const ShellContext = createContext<Shell>({ menu: [], assets: { css: [], map: null, edit: null, fonts: [] } });

export function useShell(): Shell {
  return useContext(ShellContext);
}
