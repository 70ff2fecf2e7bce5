// Runs the typist: node tests/faults/typist.mjs DATA_FOLDER VENUE TEXT...
import { loadTypeScript } from '../../scripts/build/load-typescript.mjs';

const [dataFolder, venue, ...texts] = process.argv.slice(2);
const { typeTexts } = await loadTypeScript('tests/faults/typist.ts');
await typeTexts(dataFolder, venue, texts);
