let openModals = 0;

/** Says that a modal has opened; the function returned says that it has closed. */
export function noteModal(): () => void {
  openModals += 1;
  return () => {
    openModals -= 1;
  };
}

/** Whether a modal is open, so that what lies behind it must not be commanded. */
export function isModalOpen(): boolean {
  return openModals > 0;
}
