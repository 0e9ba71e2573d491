import { registerDesk } from './desk.ts';
import { registerInside } from './inside.ts';
import { registerKinds } from './kinds.ts';
import type { Module } from './module.ts';
import { registerNotices } from './notices.ts';
import { registerPersonal } from './personal.ts';
import { registerPublishing } from './publishing.ts';
import { registerSpace } from './space.ts';

/** Called once by the application: from then on the kernel knows what the modules declare. */
export function registerModules(modules: readonly Module[]): void {
  registerKinds(modules.flatMap((module) => module.kinds ?? []));
  registerPersonal(modules);
  registerPublishing(modules);
  registerSpace(modules);
  registerInside(modules);
  registerDesk(modules);
  registerNotices(modules);
}
