/** Forms that keep a draft: correcting, a gesture, a new sheet, without language. */
export function isFormAddress(address: string): boolean {
  return address.length <= 300 && /^\/(fiches\/[\w-]+\/[\w-]+\/(modifier|gestes\/[\w-]+)|nouveau\/[\w-]+)(\?[^\s<>"]*)?$/.test(address);
}
