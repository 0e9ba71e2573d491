export * from './types.ts';
export { Input } from './input.ts';
