import { useEffect, useLayoutEffect, useRef } from 'react';
import { create } from 'zustand';
import type { Shortcut } from './shortcut';

/** One act of the application: what the palette lists, a shortcut does, and a button may do too. */
export interface Command {
  /** `place.act`: `reader.find`. */
  readonly id: string;
  /** What it does, as a person would ask for it: "Find in paper". */
  readonly title: string;
  /** The heading it stands under in the keymap: "Paper". */
  readonly section: string;
  /** The key, or several for the same act; the first is the one shown. */
  readonly shortcut?: Shortcut | readonly Shortcut[] | undefined;
  /** Other words a person may look for it with. */
  readonly keywords?: readonly string[] | undefined;
  /** Whether it can be done now; asked at the moment it matters. */
  readonly isEnabled?: (() => boolean) | undefined;
  /** Its shortcut also works while typing in a field. */
  readonly allowInText?: boolean | undefined;
  /** Its shortcut also works while a dialog is open. */
  readonly allowInDialog?: boolean | undefined;
  /** Leave it out of the palette: for acts that mean nothing there. */
  readonly isHiddenInPalette?: boolean | undefined;
  readonly run: () => void;
}

interface CommandsState {
  /** In order of registration. With one id registered twice, the later is in force until it goes. */
  readonly commands: readonly Command[];
  /** Ids run in this session, latest first. */
  readonly recentIds: readonly string[];
}

/** Every command now registered. */
export const useCommandList = create<CommandsState>(() => ({ commands: [], recentIds: [] }));

const mostRecent = 6;

/** The shortcuts of a command, in order. */
export function shortcutsOf(command: Command): readonly Shortcut[] {
  if (command.shortcut === undefined) return [];
  return typeof command.shortcut === 'string' ? [command.shortcut] : command.shortcut;
}

/** Whether a command can be run now. */
export function isCommandEnabled(command: Command): boolean {
  return command.isEnabled?.() ?? true;
}

/** The command in force under an id. */
export function findCommand(id: string): Command | undefined {
  return useCommandList.getState().commands.findLast((command) => command.id === id);
}

/** Runs a command. Returns false when there is none with this id or it cannot be done now. */
export function runCommand(id: string): boolean {
  const command = findCommand(id);
  if (!command || !isCommandEnabled(command)) return false;
  useCommandList.setState(({ recentIds }) => ({
    recentIds: [id, ...recentIds.filter((recent) => recent !== id)].slice(0, mostRecent),
  }));
  command.run();
  return true;
}

function warnOfClashes(commands: readonly Command[]): void {
  const owners = new Map<Shortcut, string>();
  for (const command of commands) {
    for (const shortcut of shortcutsOf(command)) {
      const owner = owners.get(shortcut);
      if (owner !== undefined && owner !== command.id) {
        // eslint-disable-next-line no-console -- a programmer's mistake, said where programmers look; never in a release
        console.error(
          `The shortcut ${shortcut} belongs to both ${owner} and ${command.id}; the later one gets it.`,
        );
      }
      owners.set(shortcut, command.id);
    }
  }
}

/** Registers commands and returns the function that takes them back. In a component, use {@link useCommands}. */
export function registerCommands(commands: readonly Command[]): () => void {
  useCommandList.setState((state) => ({ commands: [...state.commands, ...commands] }));
  if (import.meta.env.DEV) warnOfClashes(useCommandList.getState().commands);
  return () => {
    useCommandList.setState((state) => ({
      commands: state.commands.filter((one) => !commands.includes(one)),
    }));
  };
}

/**
 * Registers commands while the component is mounted. The array may be a new one at each render: what is registered
 * always calls the latest `run` and `isEnabled`, and registers again only when ids, titles or shortcuts change.
 */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useLayoutEffect(() => {
    latest.current = commands;
  });
  const shape = JSON.stringify(commands);
  useEffect(() => {
    const find = (id: string): Command | undefined => latest.current.find((command) => command.id === id);
    return registerCommands(
      latest.current.map((command) => ({
        ...command,
        isEnabled: () => find(command.id)?.isEnabled?.() ?? true,
        run: () => find(command.id)?.run(),
      })),
    );
  }, [shape]);
}
