import { describe, expect, it } from 'vitest';
import { PaperChangedError, PaperMissingError, toReaderFailure } from '@renderer/reader/engine/failure';

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

describe('why a paper cannot be shown', () => {
  it.each([
    [new PaperMissingError('status 404'), 'missing'],
    [new PaperChangedError('status 409'), 'changed'],
    [named('InvalidPDFException', 'The PDF file is empty, i.e. its size is zero bytes.'), 'empty'],
    [named('InvalidPDFException', 'Invalid PDF structure.'), 'damaged'],
    [named('PasswordException', 'Unknown encryption method.'), 'protected'],
    [named('UnknownErrorException', 'Illegal character: 41'), 'unreadable'],
    ['a string', 'unreadable'],
  ] as const)('%s is %s', (error, kind) => {
    expect(toReaderFailure(error).kind).toBe(kind);
  });
});
