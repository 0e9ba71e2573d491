/** One gesture for a long list of boxes. Without this each is ticked by hand, which is why none is ticked in advance. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-tick-all]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    for (const box of button.form!.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${button.dataset.tickAll}"]`)) box.checked = true;
  });
}

export {};
