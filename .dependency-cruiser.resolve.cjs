// The aliases of the tsconfigs, in the form that dependency-cruiser reads.
const { resolve } = require('node:path');

module.exports = {
  resolve: {
    alias: {
      '@shared': resolve(__dirname, 'src/shared'),
      '@main': resolve(__dirname, 'src/main'),
      '@renderer': resolve(__dirname, 'src/renderer'),
    },
  },
};
