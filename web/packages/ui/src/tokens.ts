import { type ThemeConfig, theme } from 'antd';

/** Light or dark, as the person's system has it. */
export type Mode = 'light' | 'dark';

/** The few colours of the desk. Everything else is derived from them. */
export type Palette = {
  /** Deep blue: what can be done. */
  action: string;
  /** The one warm accent: what is due, wrong or negative. */
  accent: string;
  /** Text, and text of lesser weight. */
  text: string;
  textSecondary: string;
  /** Lines between things. */
  line: string;
  /** Where the work lies, what it lies on, and what stands out a little. */
  surface: string;
  ground: string;
  raised: string;
  /** What the accent stands on, where something due or wrong is said at length. */
  warm: string;
};

/** Contrast of every text on every ground is at least 4.5 (WCAG AA), which a test proves. */
export const palettes: Record<Mode, Palette> = {
  light: {
    action: '#1f4e8c',
    accent: '#b3361b',
    text: '#1c2430',
    textSecondary: '#566170',
    line: '#d9dee5',
    surface: '#ffffff',
    ground: '#f3f5f8',
    raised: '#eaf0f8',
    warm: '#fbf1ee',
  },
  dark: {
    action: '#7fb0ee',
    accent: '#f59274',
    text: '#e4e8ee',
    textSecondary: '#a3adba',
    line: '#39424f',
    surface: '#1a2029',
    ground: '#12161c',
    raised: '#232c38',
    warm: '#33221d',
  },
};

const fontFamily =
  '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** Ant Design's theme: compact tables, small radius, no shadow on what lies flat. */
export function antTheme(mode: Mode): ThemeConfig {
  const palette = palettes[mode];
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.action,
      colorInfo: palette.action,
      colorLink: palette.action,
      colorError: palette.accent,
      colorWarning: palette.accent,
      colorSuccess: palette.action,
      colorInfoBg: palette.raised,
      colorInfoBorder: palette.line,
      colorSuccessBg: palette.raised,
      colorSuccessBorder: palette.action,
      colorErrorBg: palette.warm,
      colorErrorBorder: palette.accent,
      colorWarningBg: palette.warm,
      colorWarningBorder: palette.line,
      colorText: palette.text,
      colorTextHeading: palette.text,
      colorTextSecondary: palette.textSecondary,
      colorTextTertiary: palette.textSecondary,
      colorTextDescription: palette.textSecondary,
      colorTextPlaceholder: palette.textSecondary,
      colorBgContainer: palette.surface,
      colorBgElevated: mode === 'dark' ? palette.raised : palette.surface,
      colorBgLayout: palette.ground,
      colorBorder: palette.line,
      colorBorderSecondary: palette.line,
      fontFamily,
      fontSize: 14,
      borderRadius: 3,
      controlHeight: 30,
      wireframe: false,
    },
    components: {
      Alert: {
        defaultPadding: '6px 12px',
        withDescriptionPadding: '8px 12px',
        withDescriptionIconSize: 16,
      },
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        primaryColor: mode === 'dark' ? palette.ground : palette.surface,
      },
      Layout: {
        headerBg: palette.surface,
        siderBg: palette.surface,
        bodyBg: palette.ground,
        headerHeight: 48,
        headerPadding: '0 16px',
      },
      Table: {
        cellPaddingBlock: 4,
        cellPaddingBlockSM: 4,
        cellPaddingInline: 8,
        headerBg: palette.raised,
        headerBorderRadius: 0,
        rowSelectedBg: palette.raised,
        rowSelectedHoverBg: palette.raised,
      },
      Menu: {
        itemHeight: 34,
        itemBorderRadius: 3,
        itemSelectedBg: palette.raised,
        itemSelectedColor: palette.action,
        groupTitleColor: palette.textSecondary,
        activeBarBorderWidth: 0,
      },
      Descriptions: { labelColor: palette.textSecondary },
      Form: { itemMarginBottom: 16 },
    },
  };
}

/** The same colours for our own styles, as custom properties. */
export function cssVariables(mode: Mode): Record<string, string> {
  const palette = palettes[mode];
  return {
    '--anju-action': palette.action,
    '--anju-accent': palette.accent,
    '--anju-text': palette.text,
    '--anju-text-secondary': palette.textSecondary,
    '--anju-line': palette.line,
    '--anju-surface': palette.surface,
    '--anju-ground': palette.ground,
    '--anju-raised': palette.raised,
    '--anju-warm': palette.warm,
    '--anju-font': fontFamily,
  };
}
