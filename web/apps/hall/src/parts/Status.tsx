import type { StatusWords } from '@anju/ui';

type Props<Status extends string> = { status: Status; words: StatusWords<Status> };

/** A status as a small tag, in the words that the console has for it. */
export function Status<Status extends string>({ status, words }: Props<Status>) {
  const { label, tone } = words[status];
  return <span className={`status status--${tone}`}>{label}</span>;
}
