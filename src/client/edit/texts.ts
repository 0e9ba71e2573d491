// The server takes away bullets and empty lines: a text that differs by them only is the same.
const clean = (text: string) => text.split('\n').map((line) => line.replace(/^\s*[-•*]\s+/, '').trim()).filter(Boolean).join('\n');

/** Minutes being written by several: saves by itself two seconds after the last key, and says when another writes in the same place. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-texts]')) {
  const status = form.querySelector('.draft-status');
  let timer = 0;
  let stopped = false;
  const fieldOf = (name: string) => {
    const field = form.elements.namedItem(name);
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
  };
  const save = async () => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    const sent = new Map(body);
    const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } }).catch(() => null);
    if (!answer || stopped) return;
    if (answer.status === 409) {
      // The page that shows both texts comes from sending the form: nothing more is saved before.
      stopped = true;
      if (status) status.textContent = form.dataset.clash!;
    } else if (answer.ok) {
      const { versions, fields } = (await answer.json()) as { versions: Record<string, number>; fields: Record<string, string> };
      // What another wrote meanwhile comes in, unless somebody is typing there: then the next save shows both.
      const others = Object.entries(fields).filter(([name, text]) => clean(text) !== clean(sent.get(name) ?? ''));
      if (others.some(([name]) => fieldOf(name)?.value !== sent.get(name))) return;
      for (const [name, text] of others) fieldOf(name)!.value = text;
      for (const [unit, version] of Object.entries(versions)) {
        const field = fieldOf(`version-${unit}`) ?? fieldOf('version');
        if (field) field.value = String(version);
      }
      if (status) status.textContent = form.dataset.saved!;
    }
  };
  form.addEventListener('input', () => {
    if (stopped) return;
    if (status) status.textContent = '';
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(), 2000);
  });
  form.addEventListener('submit', () => {
    stopped = true;
    clearTimeout(timer);
  });
}

export {};
