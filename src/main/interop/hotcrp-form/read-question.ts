import { unwrap } from '../offline-form/form-lines';
import type { OfflineChoice, OfflineQuestion } from '../offline-form/offline-form';

/** What HotCRP says of who may see an answer, in the wording of each of its versions (`unparse_offline_field_header`). */
const VISIBILITY =
  /^\(?(?:secret field|shown only to (?:chairs|administrators)|hidden from authors(?: and external reviewers)?)\)?\.?$/i;
const UNTIL_DECISION = /^\(?hidden from authors until decision\)?\.?$/i;
const PRESENCE = /^\(present on .*\)$/i;
const STEP = /^ {3,}(\S{1,8})\. (.*)$/;
const NO_ENTRY = /^no entry$/i;

/** Whether several choices may be entered: then the answer is read as text, since a review here takes one. */
const SEVERAL = /^enter .*\b(?:choices|all|one per line)\b/i;

/**
 * A question out of its heading's lines and the comments below it, both without their `==*==` and `==-==`.
 *
 * HotCRP wraps a long label onto lines that are indented deeper than the choice; its own words around the choices are
 * taken off what is shown as help.
 */
export function readQuestion(heading: readonly string[], comments: readonly string[]): OfflineQuestion {
  const name = unwrap(heading).slice(0, 500);
  const help: string[] = [];
  const choices: { symbol: string | null; label: string }[] = [];
  let isAmongChoices = false;
  let mayBeEmpty = false;
  let isHiddenFromAuthors = false;
  let takesSeveral = false;
  for (const comment of comments) {
    const words = comment.trim();
    if (/^choices:$/i.test(words)) isAmongChoices = true;
    else if (/^enter .*:$/i.test(words)) {
      isAmongChoices = false;
      takesSeveral = SEVERAL.test(words);
    } else if (isAmongChoices) {
      if (NO_ENTRY.test(words)) mayBeEmpty = true;
      else addChoice(choices, comment);
    } else if (VISIBILITY.test(words)) isHiddenFromAuthors = true;
    else if (!UNTIL_DECISION.test(words) && !PRESENCE.test(words)) help.push(comment);
  }
  const listed = takesSeveral ? [`One or more of: ${choices.map(toWords).join('; ')}`] : [];
  return {
    name,
    choices: takesSeveral ? [] : choices,
    help: unwrap([...help, ...listed]),
    isRequired: choices.length > 0 && !mayBeEmpty && !takesSeveral,
    isHiddenFromAuthors,
  };
}

/** A choice as HotCRP writes it into a form: `4. Accept`. */
export function toWords({ symbol, label }: OfflineChoice): string {
  return symbol === null ? label : `${symbol}. ${label}`;
}

function addChoice(choices: { symbol: string | null; label: string }[], comment: string): void {
  const step = STEP.exec(comment);
  const last = choices.at(-1);
  if (step?.[1] !== undefined && step[2] !== undefined)
    choices.push({ symbol: step[1], label: step[2].trim() });
  else if (last !== undefined && /^ {5,}/.test(comment)) last.label = unwrap([last.label, comment]);
  else choices.push({ symbol: null, label: comment.trim() });
}
