import type { ReactNode } from 'react';
import type { AppInfo } from '@shared/contract/app';
import { DescriptionList } from '@renderer/ui/DescriptionList';
import { Heading } from '../common/Heading';

/** What this application is, and on what it runs. */
export function AboutFacts({ info }: { readonly info: AppInfo }): ReactNode {
  return (
    <section>
      <Heading level={3}>About</Heading>
      <DescriptionList
        items={[
          { term: 'Referee', value: info.version },
          { term: 'Runs on', value: `${info.runtime}, ${info.platform}` },
          { term: 'Network', value: 'None. Referee opens no connection; sending a file is up to you.' },
        ]}
      />
    </section>
  );
}
