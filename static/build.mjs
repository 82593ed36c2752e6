// Builds the site's style sheet and scripts from installed packages into .build/static/.
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { compile } from 'sass'

const out = '.build/static'
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

const css = compile('static/scss/site.scss', {
  style: 'compressed',
  loadPaths: ['node_modules'],
  quietDeps: true,
  silenceDeprecations: ['import']
})
writeFileSync(`${out}/site.css`, css.css)

cpSync('node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js', `${out}/govuk-frontend.js`)
cpSync('node_modules/htmx.org/dist/htmx.min.js', `${out}/htmx.js`)
cpSync('static/icon.svg', `${out}/icon.svg`)
for (const name of readdirSync('static/js')) cpSync(`static/js/${name}`, `${out}/${name}`)
