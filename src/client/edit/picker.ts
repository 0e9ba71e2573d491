/** Shows the sheets that a name finds while one types it; without this the button beside the box does the same. */
interface Suggestion {
  id: string;
  label: string;
}

for (const field of document.querySelectorAll<HTMLFieldSetElement>('fieldset[data-suggestions]')) {
  const box = field.querySelector<HTMLInputElement>('.picker-search input[type="search"]')!;
  const asked = field.querySelector<HTMLInputElement>('.picker-search input[type="hidden"]')!;
  const found = field.querySelector<HTMLElement>('.picker-found')!;
  const chosen = field.querySelector<HTMLElement>('.choices')!;
  let timer = 0;
  let turn = 0;

  const choiceOf = ({ id, label }: Suggestion) => {
    const line = document.createElement('label');
    const input = document.createElement('input');
    const text = document.createElement('span');
    line.className = 'choice';
    input.type = field.dataset.type!;
    input.name = field.dataset.field!;
    input.value = id;
    text.textContent = label;
    line.append(input, ' ', text);
    return line;
  };
  const look = async () => {
    const mine = ++turn;
    const words = box.value.trim();
    const answer = words ? await fetch(`${field.dataset.suggestions}&q=${encodeURIComponent(words)}`).catch(() => null) : null;
    const list = answer?.ok ? ((await answer.json()) as Suggestion[]) : [];
    if (mine !== turn) return;
    // The server need not look again for what is in sight.
    asked.value = list.length ? box.value.trim() : asked.value;
    const known = new Set([...chosen.querySelectorAll('input')].map((one) => one.value));
    const lines = document.createElement('div');
    lines.className = 'choices';
    lines.append(...list.filter((one) => !known.has(one.id)).map(choiceOf));
    found.replaceChildren(lines);
  };
  box.addEventListener('input', (event) => {
    event.stopPropagation();
    clearTimeout(timer);
    timer = window.setTimeout(() => void look(), 250);
  });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void look();
  });
  // What is chosen joins what was chosen, and the box is free for another name.
  found.addEventListener('change', (event) => {
    const line = (event.target as HTMLElement).closest('.choice');
    if (!line) return;
    chosen.append(line);
    line.querySelector('input')!.focus();
    found.replaceChildren();
    box.value = '';
    asked.value = '';
  });
}

export {};
