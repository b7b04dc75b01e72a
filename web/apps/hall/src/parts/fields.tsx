import { type ReactNode, useId, useState } from 'react';
import type { FieldState } from './form';

type TextFieldProps = FieldState & {
  label: string;
  hint?: ReactNode;
  type?: 'text' | 'tel' | 'password';
  inputMode?: 'numeric' | 'tel' | 'text';
  autoComplete: string;
  maxLength: number;
  /** What of the typed text is kept. */
  read?: (text: string) => string;
};

/** A field with its label above and what is wrong with it below. */
export function TextField(props: TextFieldProps) {
  const { label, hint, fault, onChange, onBlur, read = (text) => text, ...input } = props;
  const id = useId();
  const said = `${id}-said`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        type="text"
        {...input}
        id={id}
        spellCheck={false}
        autoCapitalize="none"
        aria-required
        aria-invalid={fault !== undefined}
        aria-describedby={fault || hint ? said : undefined}
        onChange={({ target }) => onChange(read(target.value))}
        onBlur={onBlur}
      />
      {(fault || hint) && (
        <p id={said} className={fault ? 'fault' : 'hint'}>
          {fault ?? hint}
        </p>
      )}
    </div>
  );
}

/** Digits alone: blanks and dashes that come with a pasted number go. */
export const digitsOf = (text: string) => text.normalize('NFKC').replace(/\D/g, '');

/** An ID number as its card has it: no blanks, a large X. */
export const idNumberOf = (text: string) =>
  text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

type OwnFieldProps = FieldState & { label?: string; hint?: ReactNode };

/** A mobile number. */
export function MobileField({ label = '手机号', ...rest }: OwnFieldProps) {
  return (
    <TextField
      {...rest}
      label={label}
      type="tel"
      inputMode="tel"
      autoComplete="tel-national"
      maxLength={13}
      read={digitsOf}
    />
  );
}

/** A password, which its owner may look at. */
export function PasswordField(props: OwnFieldProps & { isNew?: boolean }) {
  const { label = '密码', isNew = false, ...rest } = props;
  const [isShown, setShown] = useState(false);
  return (
    <div className="password">
      <TextField
        {...rest}
        label={label}
        type={isShown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        maxLength={128}
      />
      <label className="choice">
        <input
          type="checkbox"
          checked={isShown}
          onChange={({ target }) => setShown(target.checked)}
        />
        显示{label}
      </label>
    </div>
  );
}

type ButtonProps = {
  isBusy?: boolean;
  /** The one that the page is for. */
  isMain?: boolean;
  type?: 'button' | 'submit';
  onClick?: () => void;
  children: ReactNode;
};

/** A button; one that is busy stays where it is, keeps the focus and does nothing twice. */
export function Button(props: ButtonProps) {
  const { isBusy = false, isMain = false, type = 'button', ...rest } = props;
  const { onClick, children } = rest;
  return (
    <button
      type={type}
      className={isMain ? 'button button--main' : 'button'}
      aria-busy={isBusy}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
      {isBusy && '……'}
    </button>
  );
}
