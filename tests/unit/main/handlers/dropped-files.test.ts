import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findFiles } from '@main/handlers/dropped-files';
import { tempFolder } from '../../../support/temp';

function put(...parts: readonly string[]): string {
  const path = join(...parts);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, 'x');
  return path;
}

test('takes a file as it is, whatever it is called', () => {
  const file = put(tempFolder(), 'notes.txt');
  expect(findFiles([file])).toEqual([file]);
});

test('takes the bundles of a folder and of those in it, and nothing else', () => {
  const folder = tempFolder();
  const found = [
    put(folder, 'a.referee'),
    put(folder, 'b.referee.age'),
    put(folder, 'deep', 'er', 'C.REFEREE'),
  ];
  put(folder, 'notes.txt');
  put(folder, 'a.referee.part');
  expect(findFiles([folder]).toSorted()).toEqual(found.toSorted());
});

// Bug caught: a link that leads out of the folder, or round and round.
test('follows no links inside a folder', () => {
  const folder = tempFolder();
  const outside = tempFolder();
  put(outside, 'secret.referee');
  symlinkSync(outside, join(folder, 'link'));
  symlinkSync(folder, join(folder, 'round'));
  expect(findFiles([folder])).toEqual([]);
});

test('leaves out what is not there', () => {
  const file = put(tempFolder(), 'a.referee');
  expect(findFiles([join(file, 'below'), `${file}-gone`])).toEqual([]);
});
