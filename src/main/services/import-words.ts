import type { ImportOutcome, SignerStanding } from '@shared/contract/bundle';
import type { Person } from '@shared/model/person';
import type { ReceivedResponse } from '../store/received-responses';
import type { ReviewWork } from './review-work';

/** The outcome of a bundle out of those of its parts: what most needs a person's eye. */
export function worstOutcome(outcomes: readonly ImportOutcome[]): ImportOutcome {
  const order: readonly ImportOutcome[] = ['conflict', 'held', 'added', 'updated', 'older', 'already'];
  return order.find((outcome) => outcomes.includes(outcome)) ?? 'already';
}

/** What merging reviews did. `newWords` is what the writer newly said of being asked to review. */
export function mergedSentence(
  fileName: string,
  work: ReviewWork,
  newWords: readonly ReceivedResponse[],
  outcome: ImportOutcome,
  isLate: boolean,
): string {
  const { author, reviews, isMine } = work;
  if (reviews.length === 0 && newWords.length > 0) return wordsSentence(isMine, author, newWords);
  const who = isMine ? 'You, from another computer' : author.name;
  const count = `${reviews.length} ${reviews.length === 1 ? 'review' : 'reviews'}`;
  const late = isLate ? ' Written after the deadline.' : '';
  const said = newWords.length === 0 ? '' : ` ${wordsSentence(isMine, author, newWords)}`;
  const rest = `${said}${othersSentence(work)}`;
  switch (outcome) {
    case 'conflict':
      return `${who}: two versions of a review part from each other. Both are kept; open the paper to compare.${late}${rest}`;
    case 'added':
      return `${who}: ${count} added.${late}${rest}`;
    case 'updated':
      return `${who}: ${count}, brought up to date.${late}${rest}`;
    case 'older':
      return `${who}: ${fileName} is older than what is here. Nothing changed.${rest}`;
    case 'already':
    case 'held':
    case 'refused':
      return alreadySentence(fileName, work);
  }
}

/** The same bundle again. */
export function alreadySentence(fileName: string, work: ReviewWork): string {
  if (work.reviews.length === 0)
    return `What ${work.isMine ? 'you say' : `${work.author.name} says`} in ${fileName} is here already. Nothing changed.`;
  if (work.isMine)
    return `${fileName} is your own export, and your reviews are here already. Send it to the organizers.`;
  return `${work.author.name}: the reviews in ${fileName} are here already. Nothing changed.`;
}

/** What a reviewer newly said of being asked: `Ada declined paper 4 and declared a conflict of interest with paper 9.` */
export function wordsSentence(isMine: boolean, author: Person, words: readonly ReceivedResponse[]): string {
  const said = ({ response: { paper, statement } }: ReceivedResponse): string => {
    switch (statement.kind) {
      case 'declined':
        return `declined paper ${paper}`;
      case 'conflict':
        return `declared a conflict of interest with paper ${paper}`;
      case 'willing':
        return `will review paper ${paper} after all`;
    }
  };
  return `${isMine ? 'You' : author.name} ${words.map(said).join(', ')}.`;
}

/** Why a bundle waits for a person. */
export function heldSentence(fileName: string, author: Person, standing: SignerStanding): string {
  const why =
    standing === 'changed'
      ? `is signed with another key than ${author.name} used before`
      : `is signed with a key that is not known to be ${author.name}'s`;
  return `${fileName} ${why}. It is held: compare the fingerprint with ${author.name}, then accept or refuse.`;
}

function othersSentence({ others }: ReviewWork): string {
  if (others.length === 0) return '';
  const papers = others.map(({ latest }) => latest.paper).join(', ');
  return ` Left out, because the ${others.length === 1 ? 'paper is' : 'papers are'} not on this computer: ${papers}.`;
}
