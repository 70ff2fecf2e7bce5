import { join } from 'node:path';
import { judgeExport, judgeImport, type Judge } from './judges';
import { ASSIGNMENT_NAMES, POST, type Place } from './world';

/** A command, where it runs, and what may be found when it was cut short. */
export interface Scenario {
  readonly name: string;
  /** The folders of the world that it takes place in. */
  readonly places: readonly Place[];
  /** The command, given the folder in which it takes place. */
  args(folder: string): readonly string[];
  /** Shorter commands that end where this one may stop. */
  readonly stops: readonly ((folder: string) => readonly string[])[];
  /** The bundles that it writes, by their path in its folder. */
  readonly outputs: readonly string[];
  /** What its refusals must name, one of them. */
  readonly names: readonly string[];
  readonly judge: Judge;
}

const exportReviews = (
  file: string,
  ...options: readonly string[]
): Pick<Scenario, 'args' | 'outputs' | 'names' | 'stops' | 'judge'> => ({
  args: (folder) => [
    'review',
    'export',
    '--include-unready',
    ...options,
    '--store',
    join(folder, 'ada/data'),
    '--out',
    join(folder, file),
  ],
  stops: [],
  outputs: [file],
  names: [file],
  judge: judgeExport,
});

const importInto = (
  who: string,
  files: readonly string[],
): Pick<Scenario, 'args' | 'outputs' | 'names' | 'stops' | 'judge'> => {
  const args =
    (count: number) =>
    (folder: string): readonly string[] => [
      'bundle',
      'import',
      ...files.slice(0, count).map((file) => join(folder, file)),
      '--store',
      join(folder, who, 'data'),
    ];
  return {
    args: args(files.length),
    stops: files.slice(1).map((_, index) => args(index + 1)),
    outputs: [],
    names: files.map((file) => file.slice(file.indexOf('/') + 1)),
    judge: judgeImport,
  };
};

const exportAssignments = {
  args: (folder: string) => [
    'assignment',
    'export',
    '--store',
    join(folder, 'organizer/data'),
    '--out',
    join(folder, 'organizer/out'),
  ],
  stops: [],
  outputs: ASSIGNMENT_NAMES.map((name) => `organizer/out/${name}`),
  names: ASSIGNMENT_NAMES,
  judge: judgeExport,
} as const;

/** Every way in which work enters or leaves a store. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'export of reviews over an older bundle',
    places: ['ada'],
    ...exportReviews('ada/reviews.referee', '--plain'),
  },
  {
    name: 'encrypted export over an older bundle',
    places: ['ada', 'organizer'],
    ...exportReviews('ada/reviews.referee.age'),
  },
  { name: 'export of three assignments over older ones', places: ['organizer'], ...exportAssignments },
  { name: 'import of a first assignment', places: ['post'], ...importInto('new', [POST.assignment]) },
  { name: 'import of a changed assignment', places: ['ada', 'post'], ...importInto('ada', [POST.update]) },
  {
    name: 'import of three reviews',
    places: ['organizer', 'post'],
    ...importInto('organizer', POST.reviews),
  },
];
