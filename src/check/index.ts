// What commands load with the first check: the parsers behind it take time to load, and answers need none of them.
export { checkInputs } from './check.ts';
export { readInput } from './read.ts';
export { compactReply } from './report/compact.ts';
