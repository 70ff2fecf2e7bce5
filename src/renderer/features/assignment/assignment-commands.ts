import type { Command } from '@renderer/ui/commands';

/** What the commands of assigning need to know and do. */
export interface AssignmentActs {
  readonly canAssign: boolean;
  readonly canRepair: boolean;
  readonly assign: () => void;
  readonly trace: () => void;
  readonly repair: () => void;
}

/** What an organizer can do while the assignment is shown. */
export function assignmentCommands(acts: AssignmentActs): readonly Command[] {
  return [
    {
      id: 'assignment.run',
      title: 'Assign papers',
      section: 'Assignment',
      shortcut: 'Mod+Enter',
      keywords: ['match', 'reviewers', 'optimum'],
      allowInText: true,
      isEnabled: () => acts.canAssign,
      run: acts.assign,
    },
    {
      id: 'assignment.trace',
      title: 'Trace fairness to the worst paper',
      section: 'Assignment',
      keywords: ['curve', 'frontier'],
      isEnabled: () => acts.canAssign,
      run: acts.trace,
    },
    {
      id: 'assignment.repair',
      title: 'Repair the assignment after declines',
      section: 'Assignment',
      keywords: ['decline', 'emergency', 'replace'],
      isEnabled: () => acts.canRepair,
      run: acts.repair,
    },
  ];
}
