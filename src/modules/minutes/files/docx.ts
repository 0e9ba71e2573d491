import { Document, Footer, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { Printed, PrintedSection } from './content.ts';

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** The same words in a file that one may annotate: headings that a reader can walk through, the language said. */
export function buildDocx(printed: Printed): Promise<Buffer> {
  const document = new Document({
    title: printed.title,
    creator: printed.footer,
    description: printed.lines.join(' · '),
    styles: { default: { document: { run: { language: { value: 'fr-FR' }, size: 22 } } } },
    sections: [{
      footers: { default: new Footer({ children: [new Paragraph({ children: [new TextRun({ text: printed.footer, size: 16 })] })] }) },
      children: [heading(printed.title, 0), ...printed.lines.map((text) => new Paragraph(text)), ...printed.sections.flatMap(drawSection)],
    }],
  });
  return Packer.toBuffer(document);
}

const heading = (text: string, level: 0 | 1 | 2) => new Paragraph({ text, heading: levels[level] });

function drawSection({ title, level, paragraphs, speeches, items }: PrintedSection): Paragraph[] {
  return [
    ...(title ? [heading(title, level)] : []),
    ...paragraphs.map((text) => new Paragraph({ text, spacing: { after: 120 } })),
    ...speeches.flatMap((speech) => [
      new Paragraph({ children: [new TextRun({ text: speech.who, bold: true })], spacing: { before: 200 }, keepNext: true }),
      ...speech.functions.map((text) => new Paragraph({ text, keepNext: true })),
      ...speech.marks.map((text) => new Paragraph({ children: [new TextRun({ text, italics: true })], keepNext: true })),
      ...speech.said.split('\n').filter(Boolean).map((text) => new Paragraph({ children: [new TextRun({ text, italics: speech.silent })], spacing: { before: 80, after: 80 } })),
      ...speech.doubts.map((text) => new Paragraph({ children: [new TextRun({ text, italics: true })] })),
    ]),
    ...items.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
  ];
}
