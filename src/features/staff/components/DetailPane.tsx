import { useEffect, useRef, type ReactNode } from 'react';

interface DetailPaneProps {
  label: string;
  /** Changes with what is chosen: the keyboard then goes along into the pane. */
  chosen: string | null;
  children: ReactNode;
}

/** What was chosen, beside the list, in a wide browser window. */
export const DetailPane = ({ label, chosen, children }: DetailPaneProps) => {
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen === null) return;
    pane.current?.focus({ preventScroll: true });
    pane.current?.scrollTo(0, 0);
  }, [chosen]);
  return (
    <section ref={pane} className="section pane" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
};
