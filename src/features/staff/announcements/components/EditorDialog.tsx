import { useEffect, useId, useRef, useState } from 'react';
import { ActionButton } from '../../../../components/ActionButton';

interface EditorDialogProps {
  title: string;
  label: string;
  hint: string;
  initial: string;
  /** @returns what is wrong with it */
  check?: (value: string) => string | null;
  onDone: (value: string) => void;
  /** Takes away what is there; absent when there is nothing. */
  removal?: { label: string; onRemove: () => void } | undefined;
  onClose: () => void;
}

/** One question in front of the editor: the address of a link, the description of a picture. */
export const EditorDialog = ({ title, label, hint, initial, check, onDone, removal, onClose }: EditorDialogProps) => {
  const [value, setValue] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const finish = () => {
    const wrong = check?.(value.trim()) ?? null;
    setProblem(wrong);
    if (wrong === null) onDone(value.trim());
  };
  return (
    <dialog className="dialog" ref={dialog} aria-label={title} onClose={onClose} onCancel={onClose}>
      <form
        method="dialog"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          finish();
        }}
      >
        <h2 className="heading-2">{title}</h2>
        <div className={`text-field ${problem === null ? '' : 'is-wrong'}`}>
          <label className="text-field-label" htmlFor={id}>
            {label}
          </label>
          <div className="hint" id={`${id}-hint`}>
            {hint}
          </div>
          <input
            className="text-field-input"
            id={id}
            value={value}
            autoComplete="off"
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? `${id}-hint` : `${id}-hint ${id}-error`}
            onChange={(event) => setValue(event.target.value)}
          />
          {problem === null ? null : (
            <div className="field-error" id={`${id}-error`}>
              {problem}
            </div>
          )}
        </div>
        <div className="button-pair dialog-buttons">
          <ActionButton label="确定" onPress={finish} />
          {removal === undefined ? null : <ActionButton look="danger" label={removal.label} onPress={removal.onRemove} />}
          <ActionButton look="secondary" label="取消" onPress={onClose} />
        </div>
      </form>
    </dialog>
  );
};
