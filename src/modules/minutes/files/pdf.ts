import { createRequire } from 'node:module';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import template from './minutes.typ?raw';
import type { Printed } from './content.ts';

let compiler: NodeCompiler | undefined;

/**
 * PDF/UA-1, refused by the compiler when it would not be. Every text goes through the inputs: what people write is data
 * there, and never source.
 */
export function buildPdf(printed: Printed): Buffer {
  // Asked for here: where the registry has no binary for the machine, everything else starts.
  compiler ??= (createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as { NodeCompiler: typeof NodeCompiler }).NodeCompiler.create();
  try {
    return compiler.pdf({ mainFileContent: template, inputs: { minutes: JSON.stringify(printed) } }, { pdfStandard: 'ua-1' });
  } finally {
    // What was made of other minutes is not kept in memory.
    compiler.evictCache(0);
  }
}
