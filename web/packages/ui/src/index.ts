export { formatFen, parseYuan } from './amount';
export { Desk } from './Desk';
export { MaskedId, maskId } from './MaskedId';
export { Money } from './Money';
export { StatusTag, type StatusWords, type Tone } from './StatusTag';
export { antTheme, cssVariables, type Mode, type Palette, palettes } from './tokens';
