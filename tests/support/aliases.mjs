// For processes that tests start on a TypeScript file: Node strips the types, this resolves `~/`.
import { registerHooks } from 'node:module';

const root = new URL('../../src/', import.meta.url);

registerHooks({
  resolve: (specifier, context, next) => next(specifier.startsWith('~/') ? new URL(specifier.slice(2), root).href : specifier, context),
});
