import { findingsByField } from '@anju/ui';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { problemIn } from './ProblemNote';

/** What is wrong with a typed text, in words; nothing where it may be right. */
export type Check = (text: string) => string | undefined;

/** What a field needs to show itself. */
export type FieldState = {
  name: string;
  value: string;
  fault: string | undefined;
  onChange: (text: string) => void;
  onBlur: () => void;
};

type Texts<Name extends string> = Record<Name, string>;

export type Form<Name extends string> = {
  ref: RefObject<HTMLFormElement | null>;
  values: Texts<Name>;
  field: (name: Name) => FieldState;
  set: (changed: Partial<Texts<Name>>) => void;
  /** Whether all fields may be right; else they say what isn't, and the first has the focus. */
  isSound: () => boolean;
  /** Lays what a refusal found beside its fields. */
  refuse: (error: unknown) => void;
};

/** A form of texts: what stands in it, what is wrong with it, and the focus where it is wrong. */
export function useForm<Name extends string>(
  checks: Record<Name, Check>,
  initial: Partial<Texts<Name>> = {},
): Form<Name> {
  const names = Object.keys(checks) as Name[];
  const ref = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(
    () => Object.fromEntries(names.map((name) => [name, initial[name] ?? ''])) as Texts<Name>,
  );
  const [faults, setFaults] = useState<Partial<Texts<Name>>>({});
  // Counts the refusals, each of which leads to the first field that it is about.
  const [refusals, setRefusals] = useState(0);
  useLayoutEffect(() => {
    if (refusals > 0) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);

  const lay = (found: Partial<Texts<Name>>) => {
    setFaults(found);
    if (Object.keys(found).length > 0) setRefusals((count) => count + 1);
  };
  const faultsOf = (asked: readonly Name[]): Partial<Texts<Name>> => {
    const found = asked.map((name) => [name, checks[name](values[name])] as const);
    return Object.fromEntries(found.filter(([, fault]) => fault !== undefined)) as Partial<
      Texts<Name>
    >;
  };
  const set = (changed: Partial<Texts<Name>>) => {
    setValues((before) => ({ ...before, ...changed }));
    setFaults((before) => without(before, Object.keys(changed) as Name[]));
  };
  return {
    ref,
    values,
    set,
    field: (name) => ({
      name,
      value: values[name],
      fault: faults[name],
      onChange: (text) => set({ [name]: text } as Partial<Texts<Name>>),
      // What is left empty on the way isn't wrong yet.
      onBlur: () => {
        if (values[name] !== '') setFaults((before) => ({ ...before, ...faultsOf([name]) }));
      },
    }),
    isSound: () => {
      const found = faultsOf(names);
      lay(found);
      return Object.keys(found).length === 0;
    },
    refuse: (error) => {
      const { fields } = findingsByField(problemIn(error), names);
      lay(
        Object.fromEntries(
          fields.map(({ name, errors }) => [name.join('.'), errors[0]]),
        ) as Partial<Texts<Name>>,
      );
    },
  };
}

function without<Name extends string>(
  faults: Partial<Texts<Name>>,
  names: readonly Name[],
): Partial<Texts<Name>> {
  const rest = { ...faults };
  for (const name of names) delete rest[name];
  return rest;
}
