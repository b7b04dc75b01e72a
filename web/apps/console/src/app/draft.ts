const PREFIX = 'anju.draft.';

/**
 * What a person has typed into a form and not sent yet. It lives in the session storage of this
 * browser tab and nowhere else, until the form is sent, the session ends or the tab is closed.
 */
export type Draft<Values> = {
  /** What is kept now. */
  readonly kept: Values | undefined;
  keep: (values: Values) => void;
  drop: () => void;
};

/** The draft of a form. Storage that a browser refuses costs the draft and nothing else. */
export function draftOf<Values>(form: string): Draft<Values> {
  const key = PREFIX + form;
  return {
    // Read anew each time: the person before the screen may be another by then.
    get kept() {
      return read<Values>(key);
    },
    keep: (values) => quietly(() => sessionStorage.setItem(key, JSON.stringify(values))),
    drop: () => quietly(() => sessionStorage.removeItem(key)),
  };
}

/** Drops every draft: they hold names and numbers of people, and the next person isn't to see them. */
export function dropDrafts(): void {
  quietly(() => {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
    }
  });
}

function read<Values>(key: string): Values | undefined {
  let kept: Values | undefined;
  quietly(() => {
    kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
  });
  return kept;
}

function quietly(access: () => void): void {
  try {
    access();
  } catch {
    // Refused or damaged storage is as good as empty.
  }
}
