/** `5120**********1234`; what is masked already, and what is too short to be a number, stays. */
export function maskId(text: string): string {
  if (text.includes('*') || text.length <= 8) return text;
  return text.slice(0, 4) + '*'.repeat(text.length - 8) + text.slice(-4);
}

/** An ID number, never in full: the server masks it, and this does where it didn't. */
export function MaskedId({ value }: { value: string }) {
  return <span className="id-number">{maskId(value)}</span>;
}
