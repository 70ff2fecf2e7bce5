/** Whether this is a Mac, where the command key stands for `Mod` and shortcuts are written with symbols. */
export const isMac = /mac/i.test(typeof navigator === 'undefined' ? '' : navigator.platform);
