import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** A form whose answer the device gives: asks the question, has the key answer, then posts the form like any other. */
async function answer(form: HTMLFormElement): Promise<void> {
  const question = await fetch(form.dataset.question!, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  if (!question.ok) throw new Error(String(question.status));
  const optionsJSON = await question.json();
  const made = form.dataset.passkey === 'make' ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON });
  (form.elements.namedItem('reponse') as HTMLInputElement).value = JSON.stringify(made);
  form.submit();
}

if (browserSupportsWebAuthn()) {
  for (const part of document.querySelectorAll<HTMLElement>('[data-passkeys]')) part.hidden = false;
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const stopped = form.querySelector<HTMLElement>('[role=alert]')!;
      stopped.hidden = true;
      answer(form).catch(() => (stopped.hidden = false));
    });
  }
}
