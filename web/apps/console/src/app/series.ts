/** How 业务流水 of each kind of thing begin, as the server writes them (`serial_text`). */
export const SERIES = {
  approval: 'SP',
  arrival: 'DZ',
  payer: 'DF',
  recovery: 'ZK',
  remittance: 'HJ',
  suspense: 'ZS',
  transfer_case: 'ZY',
} as const;

/** 业务流水 of a thing as it is printed: `HJ00000359`. */
export function serialText(kind: keyof typeof SERIES, serial: number): string {
  return `${SERIES[kind]}${String(serial).padStart(8, '0')}`;
}
