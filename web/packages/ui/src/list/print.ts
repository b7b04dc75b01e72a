/**
 * Prints one list with the head of its page, even where the page is made to print as a form of its
 * own, such as a payment notice, or shows several lists.
 */
export function printList(list: HTMLElement | null, printed?: () => void): void {
  const { classList } = document.documentElement;
  const done = () => {
    classList.remove('printing-list');
    list?.classList.remove('printed');
    printed?.();
  };
  window.addEventListener('afterprint', done, { once: true });
  classList.add('printing-list');
  list?.classList.add('printed');
  window.print();
}
