import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const OUTPUT = join(import.meta.dirname, 'dist/web')
const COMPRESSIBLE = /\.(?:js|css|html|svg|json)$/

const OUR_MODULE = /\/src\/.+\.tsx?$/
const FOR_EFFECT = /\/(?:main\.tsx|mantine-styles\.ts)$/

/** Writes `.br` and `.gz` beside each text asset: the server sends them as they are, without spending its time. */
function precompressed(): Plugin {
  let output = OUTPUT
  return {
    name: 'precompressed',
    apply: 'build',
    configResolved(config) {
      output = resolve(config.root, config.build.outDir)
    },
    closeBundle() {
      for (const entry of readdirSync(output, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !COMPRESSIBLE.test(entry.name)) continue
        const path = join(entry.parentPath, entry.name)
        const bytes = readFileSync(path)
        if (bytes.length < 1024) continue
        const quality = { [constants.BROTLI_PARAM_QUALITY]: 11 }
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: quality }))
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
      }
    },
  }
}

export default defineConfig({
  root: join(import.meta.dirname, 'src/app/web'),
  base: '/',
  // The application looks nothing up outside; its cache stays with its dependencies.
  cacheDir: join(import.meta.dirname, 'node_modules/.vite'),
  plugins: [react(), precompressed()],
  build: {
    outDir: OUTPUT,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // An inline script would be refused by the content security policy.
    modulePreload: { polyfill: false },
    // A module nobody names is not fetched: the front door of a module must not bring the whole module to the first screen.
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !OUR_MODULE.test(id) || FOR_EFFECT.test(id) },
    },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
})
