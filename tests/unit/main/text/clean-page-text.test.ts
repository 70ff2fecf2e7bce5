import { expect, it } from 'vitest';
import { cleanPageText } from '@main/text/clean-page-text';

it('makes words whole that a line end broke, whatever hyphen was printed', () => {
  expect(cleanPageText('the poste-\nrior of a hy\u2010\n  per\u00ad\nparameter')).toBe(
    'the posterior of a hyperparameter',
  );
});

it('leaves hyphens that belong to the text: before capitals and numbers, after numbers, inside a line', () => {
  expect(cleanPageText('non-\nGaussian, COVID-\n19, 10-\nfold, black-box')).toBe(
    'non- Gaussian, COVID- 19, 10- fold, black-box',
  );
});

it('joins lines of ideographs without a space and other lines with one', () => {
  expect(cleanPageText('深層\n学習\nof rates\nand times')).toBe('深層学習 of rates and times');
});
