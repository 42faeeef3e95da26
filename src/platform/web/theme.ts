import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

// Paper and ink, one accent. The seventh shade is the one that carries white text (contrast ≥ 7).
const petrole: MantineColorsTuple = [
  '#f0f6f6',
  '#e3eeee',
  '#c6dddd',
  '#9cc4c5',
  '#6da5a8',
  '#3f8489',
  '#1f676c',
  '#0f5257',
  '#0a3d41',
  '#062a2d',
]
const gray: MantineColorsTuple = [
  '#faf9f6',
  '#f4f2ec',
  '#ece9e1',
  '#e4e1d9',
  '#c9c4b8',
  '#8a857a',
  '#666d7a',
  '#515a69',
  '#343c49',
  '#1d2430',
]
const red: MantineColorsTuple = [
  '#fdf2f3',
  '#fbe6e8',
  '#f2c6cb',
  '#e29aa3',
  '#cf6b78',
  '#bb4153',
  '#9b1c31',
  '#9b1c31',
  '#7d1527',
  '#5c0f1c',
]
const ambre: MantineColorsTuple = [
  '#fdf7ee',
  '#fbeedb',
  '#f3d9b3',
  '#e6bd82',
  '#d09a4f',
  '#b0752a',
  '#8a4b08',
  '#8a4b08',
  '#6d3b06',
  '#4f2b04',
]
const vert: MantineColorsTuple = [
  '#f2f7f2',
  '#e6f0e6',
  '#c8dec9',
  '#9dc3a0',
  '#6fa475',
  '#468350',
  '#2f6b3a',
  '#2f6b3a',
  '#24542d',
  '#193b20',
]

const field = { defaultProps: { size: 'md' } }

/** The look of every screen: sober, generous, readable at arm's length. */
export const theme = createTheme({
  primaryColor: 'petrole',
  primaryShade: 7,
  colors: { petrole, gray, red, ambre, vert },
  white: '#ffffff',
  black: '#1d2430',
  autoContrast: true,
  fontFamily: '"Source Sans 3 Variable", "Source Sans 3", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.84375rem', sm: '0.90625rem', md: '1.03125rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  defaultRadius: 8,
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.2' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.35' },
    },
  },
  // Plain objects, not `Select.extend`: naming a component here would put it in the first download.
  components: {
    Button: { defaultProps: { size: 'md', fw: 600, px: 16 } },
    Anchor: { defaultProps: { underline: 'hover' } },
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    },
    TextInput: field,
    PasswordInput: field,
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 3 } },
    Select: field,
    MultiSelect: field,
    // An open list stays inside the main landmark; above everything, so that no window or card that scrolls cuts it.
    Combobox: { defaultProps: { shadow: 'md', portalProps: { target: 'main' } } },
    Radio: field,
    Checkbox: field,
    Switch: field,
    Modal: {
      defaultProps: {
        padding: 24,
        centered: true,
        radius: 12,
        overlayProps: { color: '#1d2430', backgroundOpacity: 0.35 },
        closeButtonProps: { 'aria-label': 'Fermer' },
        transitionProps: { duration: 120 },
      },
    },
    // A dialog's header is not the banner of the page.
    ModalHeader: { defaultProps: { role: 'none' } },
    DrawerHeader: { defaultProps: { role: 'none' } },
    // In place, a menu stays inside its landmark and next to its button in reading order.
    Menu: {
      defaultProps: {
        shadow: 'md',
        radius: 10,
        transitionProps: { duration: 80 },
        withinPortal: false,
        withInitialFocusPlaceholder: false,
      },
    },
    Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: true } } },
  },
})

/** Names of the palette for our own style sheets; field borders reach the 3:1 that a control needs. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--pv-paper': '#faf9f6',
    '--pv-paper-2': '#f4f2ec',
    '--pv-card': '#ffffff',
    '--pv-line': '#e4e1d9',
    '--pv-line-strong': '#c9c4b8',
    '--pv-ink': '#1d2430',
    '--pv-ink-2': '#515a69',
    '--pv-ink-3': '#666d7a',
    '--pv-accent': '#0f5257',
    '--pv-accent-soft': '#e3eeee',
    '--pv-accent-ink': '#0a3d41',
    '--pv-highlight': '#fff1b8',
    '--pv-radius': '10px',
  },
  light: {
    '--mantine-color-body': '#faf9f6',
    '--mantine-color-text': '#1d2430',
    '--mantine-color-dimmed': '#515a69',
    '--mantine-color-placeholder': '#666d7a',
    '--mantine-color-error': '#9b1c31',
    '--mantine-color-default-border': '#c9c4b8',
    '--mantine-color-anchor': '#0f5257',
  },
  dark: {},
})
