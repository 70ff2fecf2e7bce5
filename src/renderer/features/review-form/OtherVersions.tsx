import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useClock } from '@renderer/bridge/clock';
import type { OtherVersion } from '@shared/contract/library';
import { formatInstant } from '@shared/rules/deadlines';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { OtherVersionSheet } from './OtherVersionSheet';

/** Props of {@link OtherVersions}. */
export interface OtherVersionsProps {
  readonly versions: readonly OtherVersion[];
  /** Takes the focus once nothing is left to compare. */
  readonly form: RefObject<HTMLElement | null>;
}

/** That another computer of the reviewer's exported another version, and the way to compare it; they come one by one. */
export function OtherVersions({ versions, form }: OtherVersionsProps): ReactNode {
  const { timeZone } = useClock();
  const [isComparing, setComparing] = useState(false);
  const wasComparing = useRef(false);
  const [other] = versions;
  useEffect(() => {
    if (isComparing) wasComparing.current = true;
    // The button that opened the sheet goes with the last version; the focus would be nowhere.
    if (isComparing || other !== undefined) return;
    if (wasComparing.current && document.activeElement === document.body) form.current?.focus();
    wasComparing.current = false;
  }, [isComparing, other, form]);
  if (other === undefined) return null;
  const when = formatInstant(Date.parse(other.writtenAt), timeZone);
  return (
    <>
      <Banner
        tone="info"
        title="Another computer of yours exported a different version of this review"
        action={
          <Button size="small" onPress={() => setComparing(true)}>
            Compare
          </Button>
        }
      >
        It was written {when}. Nothing is lost: both are kept until you compare them.
        {versions.length > 1 && ` ${versions.length} versions wait.`}
      </Banner>
      {isComparing && <OtherVersionSheet other={other} onClose={() => setComparing(false)} />}
    </>
  );
}
