// What the components ask of a browser and jsdom does not have. Imported for its effect.
if ((globalThis.CSS as unknown) === undefined) {
  Object.defineProperty(globalThis, 'CSS', {
    value: { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') },
    configurable: true,
  });
}

export {};
