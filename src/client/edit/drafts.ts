/** Keeps on the server what is typed, a second after the last key, and says so quietly. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
  const status = form.querySelector('.draft-status');
  let timer = 0;
  let sent = false;
  const keep = async () => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    body.set('formulaire', form.dataset.draft!);
    const answer = await fetch(form.dataset.drafts!, { method: 'POST', body, keepalive: true }).catch(() => null);
    if (status && !sent) status.textContent = answer?.status === 204 ? form.dataset.saved! : '';
  };
  form.addEventListener('input', () => {
    if (status) status.textContent = '';
    clearTimeout(timer);
    timer = window.setTimeout(() => void keep(), 1000);
  });
  form.addEventListener('submit', () => {
    // What arrives after the form was sent would be a draft of nothing.
    sent = true;
    clearTimeout(timer);
  });
}

export {};
