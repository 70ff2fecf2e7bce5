import { AppError, type ErrorCode } from '@shared/contract/errors';
import { AgeError, type AgeErrorKind } from './age/age-error';
import { ZipError } from './zip-reader';

/** Why a bundle is refused, before the sentence for a person is made. `rule` is for whoever made the file. */
export class BundleRefusal extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, rule: string) {
    super(rule);
    this.name = 'BundleRefusal';
    this.code = code;
  }
}

const ZIP_CODES: Readonly<Record<ZipError['kind'], ErrorCode>> = {
  'not-a-zip': 'BUNDLE_NOT_A_BUNDLE',
  truncated: 'BUNDLE_TRUNCATED',
  damaged: 'BUNDLE_DAMAGED',
  'other-layout': 'BUNDLE_NOT_A_BUNDLE',
  'too-large': 'BUNDLE_TOO_LARGE',
};

const AGE_CODES: Readonly<Record<AgeErrorKind, ErrorCode>> = {
  armor: 'BUNDLE_DAMAGED',
  header: 'BUNDLE_DAMAGED',
  'wrong-key': 'BUNDLE_ENCRYPTED_FOR_OTHERS',
  passphrase: 'BUNDLE_NOT_A_BUNDLE',
  damaged: 'BUNDLE_DAMAGED',
  truncated: 'BUNDLE_TRUNCATED',
};

/** For a file that Referee never writes, and that its own person can turn into one that it reads. */
const PASSPHRASE_SENTENCE =
  '% is encrypted with a passphrase. Decrypt it first, for example with: age --decrypt -o bundle.referee %';

/** What to say to a person, by code. `%` stands for the file's name. */
const SENTENCES: Partial<Record<ErrorCode, string>> = {
  BUNDLE_NOT_A_BUNDLE: '% is not a Referee bundle. Choose the .referee file that you were sent.',
  BUNDLE_TRUNCATED:
    '% is incomplete: its end is missing. Download or copy it again, or ask for it to be sent again.',
  BUNDLE_DAMAGED: '% is damaged: something in it is not what was signed. Ask for it to be sent again.',
  BUNDLE_ENCRYPTED_FOR_OTHERS:
    '% is encrypted for other people: no key on this computer opens it. Ask whoever sent it to export it for you.',
  BUNDLE_FORGED:
    '% was changed after it was signed: its signature does not hold. Do not use it; ask whoever sent it for a new one.',
  BUNDLE_INVALID: '% does not follow the bundle format. Tell whoever sent it; the detail below says where.',
  BUNDLE_NEWER_FORMAT: '% was made by a newer Referee. Install the newest version to open it.',
  BUNDLE_TOO_LARGE: '% is larger than a bundle can be. Ask for it in parts.',
};

/** The error for a person out of anything that went wrong while a bundle was read. */
export function refusalOf(error: unknown, fileName: string): Error {
  if (error instanceof ZipError) return toAppError(ZIP_CODES[error.kind], error.message, fileName);
  if (error instanceof AgeError) {
    const sentence = error.kind === 'passphrase' ? PASSPHRASE_SENTENCE : undefined;
    return toAppError(AGE_CODES[error.kind], error.message, fileName, sentence);
  }
  if (error instanceof BundleRefusal) return toAppError(error.code, error.message, fileName);
  if (error instanceof AppError && error.code === 'BUNDLE_INVALID') {
    return toAppError(error.code, error.detail ?? error.message, fileName);
  }
  return error instanceof Error ? error : new Error(String(error));
}

function toAppError(
  code: ErrorCode,
  rule: string,
  fileName: string,
  sentence = SENTENCES[code] ?? '% cannot be used.',
): AppError {
  return new AppError(
    code,
    sentence.replaceAll('%', () => fileName),
    rule,
  );
}
