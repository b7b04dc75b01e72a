import { expect, test } from 'vitest';
import { type Mode, palettes } from './tokens';

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const modes: Mode[] = ['light', 'dark'];
const texts = ['text', 'textSecondary', 'action', 'accent'] as const;
const grounds = ['surface', 'ground', 'raised', 'warm'] as const;

test.each(modes)('every text is readable on every ground: %s', (mode) => {
  for (const text of texts) {
    for (const ground of grounds) {
      const ratio = contrast(palettes[mode][text], palettes[mode][ground]);
      expect(ratio, `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test('the measure itself: black on white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});
