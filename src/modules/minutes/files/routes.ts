import { get } from '~/platform/http/request.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { findSubject } from '../access.ts';
import { paths } from '../paths.ts';
import { buildPrinted, type Printed } from './content.ts';
import { buildDocx } from './docx.ts';
import { buildPdf, canPrint } from './pdf.ts';

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Made while one waits: a PDF takes some 20 ms, and what everybody asks for is kept until something changes. */
function answerFile(type: string, extension: string, build: (printed: Printed) => Buffer | Promise<Buffer>) {
  return async (ask: SheetAsk): Promise<Response> => {
    const subject = await findSubject(ask);
    const printed = subject && (await buildPrinted(ask.db, subject.sheet, ask));
    if (!subject || !printed) return ask.notFound();
    const name = `compte-rendu-${subject.sheet.slug.slice(0, 80)}.${extension}`;
    return new Response(new Uint8Array(await build(printed)), { headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` } });
  };
}

const answerPdf = answerFile('application/pdf', 'pdf', buildPdf);

export const routes = [
  get(paths.pdf, { who: 'everyone', machine: true }, (ask: SheetAsk) => (canPrint() ? answerPdf(ask) : ask.notFound())),
  get(paths.docx, { who: 'everyone', machine: true }, answerFile(docxType, 'docx', buildDocx)),
];
