import {
  Alert,
  Badge,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Menu,
} from '@mantine/core';

/** A petrol blue: filled buttons carry white text at 7:1 in light and 5:1 in dark. */
const petrol: MantineColorsTuple = [
  '#eef6fa',
  '#d9e9f1',
  '#b0d2e2',
  '#84bad3',
  '#5fa5c6',
  '#3f8fb5',
  '#2a789d',
  '#176486',
  '#0b4f6c',
  '#073c53',
];

/** Mantine's greys are neutral; these lean to the petrol. Order: text … deepest ground. */
const dark: MantineColorsTuple = [
  '#e3e7eb',
  '#c3cad1',
  '#aab2bb',
  '#848e99',
  '#5a646f',
  '#3f4852',
  '#262e37',
  '#14181d',
  '#101317',
  '#0b0d10',
];

const family = "'IBM Plex Sans', 'IBM Plex Sans Arabic', system-ui, sans-serif";

export const theme = createTheme({
  colors: { petrol, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  fontFamily: family,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace",
  headings: { fontFamily: family, fontWeight: '600' },
  defaultRadius: 'md',
  components: {
    // An alert interrupts whoever listens; what only informs is a note, and an error says that it is one.
    Alert: Alert.extend({ defaultProps: { role: 'note' } }),
    // Its focusable placeholder is no menu item (axe: aria-required-children).
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    // Capitals do not exist in Arabic and hide accents in French.
    Badge: Badge.extend({ defaultProps: { tt: 'none' } }),
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
});

/** Mantine's defaults miss WCAG 2.2 §1.4.3 (4.5:1) in these places; each value here was measured. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#545b63',
    '--mantine-color-placeholder': '#646b73',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#0b5a7c',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-default-border': '#8a929b',
    // Text of a light badge on its own ground.
    '--mantine-color-green-light-color': '#1a6b3c',
    '--mantine-color-teal-light-color': '#066649',
    '--mantine-color-yellow-light-color': '#6b4e00',
    '--mantine-color-orange-light-color': '#8f3400',
    '--surface': '#f4f6f8',
    '--line': '#d5dae0',
    '--good': '#1a6b3c',
    '--notice': '#fff6d6',
    '--notice-text': '#4a3b00',
    '--alarm': '#fde8e6',
    '--alarm-text': '#7a1c15',
  },
  dark: {
    '--mantine-color-dimmed': '#aab2bb',
    '--mantine-color-placeholder': '#9aa3ad',
    '--mantine-color-error': '#ff9a8f',
    '--mantine-color-anchor': '#84c5e3',
    '--mantine-color-body': '#14181d',
    '--mantine-color-text': '#e3e7eb',
    '--mantine-color-default': '#1d232a',
    '--mantine-color-default-hover': '#262e37',
    '--mantine-color-default-border': '#66707b',
    // Mantine's light variant sinks into this ground: the place one is at, a count, a state.
    '--mantine-color-petrol-light': '#163a4b',
    '--mantine-color-petrol-light-hover': '#1c475b',
    '--mantine-color-petrol-light-color': '#b0d2e2',
    '--surface': '#1b2026',
    '--line': '#323a43',
    '--good': '#7fd6a2',
    '--notice': '#3a3112',
    '--notice-text': '#ffe9a3',
    '--alarm': '#45201d',
    '--alarm-text': '#ffd3cd',
  },
});
