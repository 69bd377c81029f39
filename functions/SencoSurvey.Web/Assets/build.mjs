// Makes what pages load, plain and compressed: node build.mjs <folder>
// What is wrong is told in the form in which MSBuild knows an error.

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const notice = '/*! With parts of govuk-frontend, under the MIT licence. */';

class Mistake extends Error {
  constructor(message, file, line, column) {
    super(message);
    this.place = `${file}(${line},${column})`;
  }
}

async function styles() {
  const { compile } = await import('sass');
  const mistake = (message, span) => new Mistake(message, fileURLToPath(span.url), span.start.line + 1, span.start.column + 1);
  const warnings = [];
  const logger = { warn: (message, { span }) => warnings.push(span ? mistake(message, span) : new Error(message)) };
  try {
    const loadPaths = [join(here, '..', '..', '..', 'node_modules')];
    const { css } = compile(join(here, 'survey.scss'), { loadPaths, style: 'compressed', charset: false, quietDeps: true, logger });
    if (warnings.length > 0) throw warnings[0];
    return Buffer.from(notice + css);
  } catch (error) {
    throw error.span ? mistake(error.sassMessage, error.span) : error;
  }
}

async function script() {
  const { build } = await import('esbuild');
  const source = { entryPoints: [join(here, 'survey.js')], absWorkingDir: here, bundle: true };
  const output = { format: 'esm', target: 'es2019', minify: true, legalComments: 'none', banner: { js: notice }, write: false, logLevel: 'silent' };
  const { outputFiles, errors, warnings } = await build({ ...source, ...output }).catch((error) => (error.errors ? error : Promise.reject(error)));
  const [found] = [...errors, ...warnings];
  if (found) throw found.location ? new Mistake(found.text, join(here, found.location.file), found.location.line, found.location.column + 1) : new Error(found.text);
  return Buffer.from(outputFiles[0].contents);
}

/** Whole at once, as another build may be reading. */
function write(folder, name, content) {
  const unfinished = join(folder, `${name}.${process.pid}`);
  writeFileSync(unfinished, content);
  renameSync(unfinished, join(folder, name));
}

async function main(folder) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`Node.js 20.19 or newer is needed to build the survey pages' styles, and this is ${process.versions.node}.`);
  const files = { 'report.css': readFileSync(join(here, 'report.css')), 'survey.css': await styles(), 'survey.js': await script() };
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    write(folder, name, content);
    write(folder, `${name}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
    write(folder, `${name}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }));
  }
}

try {
  await main(process.argv[2]);
} catch (error) {
  console.error(`${error.place ?? 'build.mjs'}: error : ${error.message}`);
  process.exitCode = 1;
}
