import { createRequire } from 'node:module';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { translator } from '~/platform/i18n/index.ts';
import { messages } from '../messages.ts';
import type { Printed } from './content.ts';
import template from './minutes.typ?raw';

/**
 * The compiler, which is a binary: undefined where the registry has none for the machine (it has Linux x64). Asked for
 * when a PDF is, so that everything else starts there.
 */
export function findCompiler(name = '@myriaddreamin/typst-ts-node-compiler'): NodeCompiler | undefined {
  try {
    return (createRequire(import.meta.url)(name) as { NodeCompiler: typeof NodeCompiler }).NodeCompiler.create();
  } catch {
    return undefined;
  }
}

let found: { compiler: NodeCompiler | undefined } | undefined;
const keptCompiler = () => (found ??= { compiler: findCompiler() }).compiler;

export const canPrint = () => keptCompiler() !== undefined;

/**
 * PDF/UA-1, refused by the compiler when it would not be. Every text goes through the inputs: what people write is data
 * there, and never source. Signs that no font of the machine can draw (Japanese, emoji) become □, and the file says so:
 * PDF/UA has no other way than to refuse them.
 */
export function buildPdf(printed: Printed): Buffer {
  const missing = new Set<string>();
  for (;;) {
    try {
      return compile(missing.size ? withoutSigns(printed, missing) : printed);
    } catch (error) {
      const more = findMissingSigns(error).filter((sign) => !missing.has(sign));
      if (more.length === 0) throw error;
      for (const sign of more) missing.add(sign);
    }
  }
}

function compile(printed: Printed): Buffer {
  const compiler = keptCompiler()!;
  try {
    return compiler.pdf({ mainFileContent: template, inputs: { minutes: JSON.stringify(printed) } }, { pdfStandard: 'ua-1' });
  } finally {
    // What was made of other minutes is not kept in memory.
    compiler.evictCache(0);
  }
}

/** The compiler tells them in its sentences only: « the text `\"東\"` could not be displayed », `\\u{7}` for a control. */
function findMissingSigns(error: unknown): string[] {
  const sentences = String((error as Error).message).matchAll(/the text `\\"(.+?)\\"` could not be displayed/g);
  return [...sentences].flatMap(([, text]) => [...text!.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code) => String.fromCodePoint(parseInt(code, 16)))]);
}

function withoutSigns(printed: Printed, missing: ReadonlySet<string>): Printed {
  const walk = (_: string, value: unknown) => (typeof value === 'string' ? [...value].map((sign) => (missing.has(sign) ? '□' : sign)).join('') : value);
  const kept = JSON.parse(JSON.stringify(printed), walk) as Printed;
  return { ...kept, lines: [...kept.lines, translator(messages, 'fr')('file.missing')] };
}
