/** The runtime, for *About*: which Electron this is, with its Chromium and Node. */
export function runtimeName(): string {
  const { electron, chrome, node } = process.versions;
  return `Electron ${electron} (Chromium ${chrome?.split('.')[0]}, Node ${node})`;
}
