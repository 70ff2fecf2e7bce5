import { useState, type ReactNode } from 'react';
import { inForce, searchCommands } from './command-search';
import { shortcutsOf, useCommandList } from './commands';
import { Dialog } from './Dialog';
import { Kbd } from './Kbd';
import styles from './keymap-sheet.module.css';
import { TextField } from './TextField';

/** Props of {@link KeymapSheet}. */
export interface KeymapSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function KeymapBody(): ReactNode {
  const [query, setQuery] = useState('');
  const commands = useCommandList((state) => state.commands);
  const found = searchCommands(inForce(commands), query);
  const sections = [...new Set(found.map((command) => command.section))];
  return (
    <div className={styles['keymap']}>
      <TextField
        label="Find a command"
        isLabelHidden
        placeholder="Find"
        type="search"
        value={query}
        onChange={setQuery}
        autoFocus
      />
      {found.length === 0 && <p role="status">No command matches</p>}
      <div className={styles['sections']}>
        {sections.map((section) => (
          <section key={section} aria-label={section} className={styles['section']}>
            <h3>{section}</h3>
            <ul>
              {found
                .filter((command) => command.section === section)
                .map((command) => (
                  <li key={command.id}>
                    <span>{command.title}</span>
                    <span className={styles['keys']}>
                      {shortcutsOf(command).map((shortcut) => (
                        <Kbd key={shortcut} shortcut={shortcut} />
                      ))}
                    </span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

/** Every command with its keys, by section. */
export function KeymapSheet({ isOpen, onClose }: KeymapSheetProps): ReactNode {
  return (
    <Dialog title="Keyboard" isOpen={isOpen} onClose={onClose} size="large" isDismissable>
      <KeymapBody />
    </Dialog>
  );
}
