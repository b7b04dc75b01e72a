let isArriving = false;

/** Says that one is on the way to another page. */
export function setOut(): void {
  isArriving = true;
}

/** Whether one has just come from another page; it is so once. */
export function hasArrived(): boolean {
  const arrived = isArriving;
  isArriving = false;
  return arrived;
}
