/** A row and a reader are all that a second language takes to be answered about. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../src/languages.js';
import { READERS } from '../../src/notation/programs/readers.js';
import type { DocumentText, Service } from '../../src/service/index.js';
import { TOY, TOY_READER } from './toyLanguage.js';

const TEXT = 'let f(x) = x^2\nlet fPrime(x) = 3 * x\n';
const OPTIONS = { logBase: 'e', macros: {}, numbers: 'asWritten' } as const;
const toy = (text: string): DocumentText => ({ uri: 'file:///a.toy', version: 1, languageId: 'toy', text });

let service: Service;
// The rows are in their tables before anything else reads them.
beforeAll(async () => {
  (LANGUAGES as Language[]).push(TOY);
  Object.assign(READERS, { toy: TOY_READER });
  const { LazyEngine } = await import('../../src/editor/lazyEngine.js');
  service = await new LazyEngine().service('toy');
});

describe('the editor', () => {
  test('knows it for a language of code', async () => {
    const { CODE_LANGUAGES } = await import('../../src/editor/contributions.js');
    const { isCode, fileKindOf } = await import('../../src/editor/codeLanguages.js');
    expect(CODE_LANGUAGES).toContain('toy');
    expect([isCode('toy'), fileKindOf('toy')]).toEqual([true, 'code']);
  });
  test('has the derivative in a hover', async () => {
    const { budgetFor } = await import('../../src/service/index.js');
    const found = service.at(toy(TEXT), TEXT.indexOf('f('), OPTIONS);
    expect(found?.code).toMatchObject({ kind: 'function', name: 'f' });
    const answer = found && service.derive(found, {}, budgetFor('hover'));
    expect(answer).toMatchObject({ ok: true, tex: '2x', plain: '2*x' });
  });
  test('reads the formulas of its doc comments', () => {
    const text = '"""\n  of $x^3$, $\n  y$\n"""\nlet f(x) = x^2\n';
    expect(service.at(toy(text), text.indexOf('x^3'), OPTIONS)).toMatchObject({ code: null, text: 'x^3' });
    expect(service.at(toy('# $x^3$\n'), 4, OPTIONS)).toBeNull();
  });
  test('checks what its names claim, and has no fix where nothing is written', () => {
    const claims = [...service.check(toy(TEXT), OPTIONS)].filter((c) => c !== null);
    expect(claims).toMatchObject([{ tex: 'fPrime', verdict: 'false', expected: null, evident: true }]);
  });
  test('passes over what its comments switch off', async () => {
    const { ignoreEdit } = await import('../../src/editor/fixEdits.js');
    const [claim] = [...service.check(toy(TEXT), OPTIONS)].filter((c) => c !== null);
    if (!claim) throw new Error('no claim');
    const { from, to, text } = ignoreEdit(claim, TEXT, 'toy', false);
    expect(text).toBe('# leibniz-ignore-next-line\n');
    const edited = TEXT.slice(0, from) + text + '# its slope\n' + TEXT.slice(to);
    expect([...service.check(toy(edited), OPTIONS)].filter((c) => c !== null)).toEqual([]);
  });
  test('says that it writes none of it', async () => {
    const { budgetFor } = await import('../../src/service/index.js');
    const found = service.codeAt(toy(TEXT), TEXT.indexOf('f('));
    if (!found) throw new Error('nothing found');
    const refused = { ok: false, message: 'Code of this language is not written.' };
    expect(service.writeDerivative(found, {}, budgetFor('command'))).toMatchObject(refused);
    expect(service.writeGradient(found, budgetFor('command'))).toMatchObject(refused);
    const order = { runner: '', gradient: '', module: '' };
    expect(service.writeGradientTest(found, order)).toMatchObject(refused);
  });
});

describe('the command line', () => {
  test('checks its files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leibniz-toy-'));
    writeFileSync(join(folder, 'a.toy'), TEXT);
    const { status, out } = await leibniz(['check', folder]);
    expect(status).toBe(1);
    expect(out).toContain('a.toy:2:5: false: fPrime is not the derivative of f with respect to x');
  });
  test('derives its functions', async () => {
    const json = ['--notation', 'toy', '--format', 'json'];
    const { status, out } = await leibniz(['derive', ...json, 'let f(x) = x^2']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, variable: 'x', result: { plain: '2*x', code: null } });
  });
});

async function leibniz(args: readonly string[]): Promise<{ status: number; out: string }> {
  const { run } = await import('../../src/cli/command.js');
  let out = '';
  const print = (text: string): void => {
    out += text;
  };
  const status = await run(args, '1.2.3', { input: Readable.from([]), print, complain: print });
  return { status, out };
}
