import js from '@eslint/js'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import { importX } from 'eslint-plugin-import-x'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import { readdirSync } from 'node:fs'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const features = readdirSync(new URL('src/features', import.meta.url))

/** shared -> features -> app, and no feature knows another: they meet in a route. */
const zones = [
  { target: ['./src/components', './src/lib', './src/strings'], from: ['./src/features', './src/app'], message: 'Shared code knows no feature.' },
  { target: './src/features', from: './src/app', message: 'A feature does not know the app around it.' },
  ...features.map((feature) => ({
    target: `./src/features/${feature}`,
    from: './src/features',
    except: [`./${feature}`],
    message: 'Features meet only in a route.',
  })),
  { target: './src', from: './e2e', except: ['./double'], message: 'The page does not know its tests.' },
]

export default defineConfig(
  globalIgnores(['dist', 'test-results', 'playwright-report', 'src/lib/api/schema.gen.ts', 'src/theme-boot.js', 'eslint.config.js']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX, 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: ['tsconfig.app.json', 'tsconfig.node.json'], noWarnOnMultipleProjects: true })] },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...reactHooks.configs['recommended-latest'].rules,
      ...jsxA11y.configs.strict.rules,
      // the React compiler is not used: what it could not optimise is no error
      'react-hooks/preserve-manual-memoization': 'off',
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
      // a template literal of a number is clear enough in a class name or an address
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreVoidOperator: true, ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  { files: ['src/**/*.tsx'], rules: { 'max-lines': ['error', { max: 200, skipBlankLines: false, skipComments: false }] } },
  {
    files: ['**/*.test.{ts,tsx}', 'e2e/**/*.ts', 'src/test/**'],
    rules: {
      'max-lines-per-function': 'off',
      // the double and the tests read JSON that they wrote themselves
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
)
