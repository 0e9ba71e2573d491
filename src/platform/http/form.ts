/** What a form sent: text cleaned of what PostgreSQL and HTML cannot hold, files apart. */
export class Form {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly files: Readonly<Record<string, readonly File[]>>;

  constructor(values: Form['values'], files: Form['files'] = {}) {
    this.values = values;
    this.files = files;
  }

  /** First value, trimmed; empty when absent. */
  text(name: string): string {
    return this.values[name]?.[0]?.trim() ?? '';
  }

  list(name: string): string[] {
    return [...(this.values[name] ?? [])];
  }

  file(name: string): File | undefined {
    return this.files[name]?.find((file) => file.size > 0);
  }
}

/** Reads urlencoded or multipart; any other body is an empty form. */
export async function readForm(request: Request): Promise<Form> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type)) return new Form({});
  let data: FormData;
  try {
    data = await request.formData();
  } catch {
    return new Form({});
  }
  const values: Record<string, string[]> = Object.create(null);
  const files: Record<string, File[]> = Object.create(null);
  for (const [name, value] of data) {
    if (typeof value === 'string') (values[name] ??= []).push(cleanText(value));
    else (files[name] ??= []).push(value);
  }
  return new Form(values, files);
}

/** No null character, no lone surrogate, lines end as everywhere. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').replace(/\r\n?/g, '\n').toWellFormed().normalize('NFC');
}
