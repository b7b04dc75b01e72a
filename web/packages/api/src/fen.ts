declare const unit: unique symbol;

/**
 * An amount of money in fen, always an integer. The brand keeps it apart from counts and from
 * yuan: only `<Money>` of `@anju/ui` shows it and only `parseYuan` there reads it from a person.
 */
export type Fen = number & { readonly [unit]: 'fen' };

/** Takes a number for an amount of fen; refuses what no account can hold. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) {
    throw new RangeError(`${amount} is not an integer amount of fen`);
  }
  // No negative zero: it would be shown as (0.00).
  return (amount === 0 ? 0 : amount) as Fen;
}

/**
 * A body with its amounts as {@link Fen}. `openapi-fetch` maps every type that extends `object`
 * property by property, and a branded number does: it comes out as the methods of a number.
 */
export type WithAmounts<T> = T extends { readonly [unit]: 'fen' }
  ? Fen
  : T extends (infer Item)[]
    ? WithAmounts<Item>[]
    : T extends object
      ? { [Key in keyof T]: WithAmounts<T[Key]> }
      : T;
