import { config } from 'zod';

// zod would try whether it may compile its schemas, when the first of them is made. The page's policy forbids that, and a
// policy that is never broken in a normal run is one whose reports mean something: so this module comes first.
config({ jitless: true });
