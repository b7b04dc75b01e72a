/** What a status asks of the reader: nothing, to go on, nothing any more, or to look. */
export type Tone = 'quiet' | 'going' | 'done' | 'due';

/** How each status of a kind is shown: the trade's word and its tone. */
export type StatusWords<Status extends string> = Record<Status, { label: string; tone: Tone }>;

type Props<Status extends string> = { status: Status; words: StatusWords<Status> };

/**
 * A status as a small tag. `words` must name every status of the type, so that one the server
 * adds doesn't compile until it has its word.
 */
export function StatusTag<Status extends string>({ status, words }: Props<Status>) {
  const { label, tone } = words[status];
  return <span className={`status status--${tone}`}>{label}</span>;
}
