import type { Tx } from '~/platform/db/index.ts';
import { findPartialDate } from '~/platform/dates/partial.ts';

export interface DocumentGiven {
  id: string;
  title: string;
  author: string;
  nature: string;
  published: string | null;
  url?: string;
  licence?: string;
}

export async function loadDocuments(tx: Tx, documents: readonly DocumentGiven[]): Promise<void> {
  for (const { published, ...document } of documents) {
    const date = findPartialDate(published);
    await tx.insertInto('documents').values({ ...document, published: date?.value ?? null, published_precision: date?.precision ?? null }).execute();
  }
}
