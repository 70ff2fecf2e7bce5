/**
 * Words in a text as people count them: runs of characters between white space that hold a letter or a digit. Markdown
 * markers such as `-` or `##` on their own are not words.
 *
 * @example countWords('- two words') // 2
 */
export function countWords(text: string): number {
  let count = 0;
  for (const run of text.split(/\s+/u)) {
    if (/[\p{L}\p{N}]/u.test(run)) count += 1;
  }
  return count;
}
