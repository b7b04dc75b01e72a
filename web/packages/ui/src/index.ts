export { formatFen, parseYuan } from './amount';
export { formatCount } from './count';
export { Desk } from './Desk';
export {
  addDays,
  addMonths,
  dateInBeijing,
  dayInWords,
  daysBetween,
  formatInstant,
  monthInWords,
  monthOf,
} from './dates';
export { fenInWords } from './in-words';
export {
  AMOUNT_UNREADABLE,
  DateInput,
  dated,
  MoneyInput,
  notBefore,
  RateInput,
  readable,
} from './inputs';
export type { Column } from './list/columns';
export {
  DataList,
  type DataListProps,
  type ListPage,
  type ListTotals,
  type Selection,
} from './list/DataList';
export { ExportButton } from './list/ExportButton';
export type { Filter } from './list/FilterBar';
export { ROW } from './list/rowKeys';
export { listQuery, parseSearch, type Search, stringifySearch } from './list/search';
export { WholeList, type WholeListProps } from './list/WholeList';
export { MaskedId, maskId } from './MaskedId';
export { Money } from './Money';
export { useMode } from './mode';
export { isCreditCode, isMobile, isResidentId, residentIdFault } from './numbers';
export { ProblemAlert, ProblemPage, problemIn, SeeContext } from './ProblemAlert';
export { type FieldMessages, findingsByField } from './problem';
export { formatRate, parsePercent } from './rate';
export { StatusTag, type StatusWords, type Tone } from './StatusTag';
export * from './status';
export { antTheme, cssVariables, type Mode, type Palette, palettes } from './tokens';
export { useColours } from './useColours';
