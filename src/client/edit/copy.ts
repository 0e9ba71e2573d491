/** A long address is copied in one gesture. Without this it is selected and copied by hand. */
for (const field of document.querySelectorAll<HTMLInputElement>('input[data-copy]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button outline';
  button.textContent = field.dataset.copy!;
  button.addEventListener('click', async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.textContent = field.dataset.copied!;
  });
  field.after(button);
}

export {};
