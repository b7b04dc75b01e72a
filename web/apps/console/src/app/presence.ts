/** How long after the last key or click the page takes someone to be there. */
const AWAY_AFTER_MS = 5 * 60_000;

let lastInput = Date.now();
for (const input of ['pointerdown', 'keydown'] as const) {
  window.addEventListener(input, () => {
    lastInput = Date.now();
  });
}

/**
 * Whether someone has used the page lately. What a page asks by itself counts as use of the
 * session: a desk that was left must not keep it from ending.
 */
export const someoneIsThere = () => Date.now() - lastInput < AWAY_AFTER_MS;
