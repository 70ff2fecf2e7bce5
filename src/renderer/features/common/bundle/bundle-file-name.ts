/** What a bundle's file is called: an encrypted one says so at its end, as other age files do. */
export function bundleFileName(suggestedName: string, isEncrypted: boolean): string {
  return isEncrypted ? `${suggestedName}.age` : suggestedName;
}
