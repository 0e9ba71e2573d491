/** Forms that keep a draft: correcting, a gesture, a new sheet, without language. */
export function isFormAddress(address: string): boolean {
  return address.length <= 300 && /^\/(fiches\/[\w-]+\/[\w-]+\/(modifier|gestes\/[\w-]+)|nouveau\/[\w-]+)(\?[^\s<>"]*)?$/.test(address);
}

/** The version that a form was opened at; null when it says none, or none that a sheet could have reached. */
export function parseVersion(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
