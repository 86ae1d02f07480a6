import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionParts } from '../../src/extension.js';
import { extension } from './activation.js';
import { closeAll, hoverIn, opened, shown, until } from './editors.js';
import { test, type Test } from './suite.js';
import { inFolder, withSetting } from './workspace.js';

const LANGUAGES = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'];
const LOSS = 'export function loss(w: number, b: number): number {\n  return (w - 2) ** 2 + w * b;\n}\n';
const PAIR = 'const f = (x: number): number => x ** 3;\nconst fPrime = (x: number): number => 3 * x;\n';

async function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<readonly vscode.CodeAction[]> {
  const command = 'vscode.executeCodeActionProvider';
  return vscode.commands.executeCommand<vscode.CodeAction[]>(command, document.uri, range, kind.value, 20);
}

const REWRITE = vscode.CodeActionKind.RefactorRewrite.append('leibniz');
const rewrites = (document: vscode.TextDocument, range: vscode.Range) => actionsAt(document, range, REWRITE);

/** Takes an action as the light bulb does. */
async function take(actions: readonly vscode.CodeAction[], title: RegExp): Promise<void> {
  const action = actions.find((each) => title.test(each.title));
  assert.ok(action, `no ${String(title)} among ${actions.map((each) => each.title).join(', ')}`);
  if (action.edit !== undefined) await vscode.workspace.applyEdit(action.edit);
  const { command } = action;
  if (command !== undefined)
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

/** Takes a refactoring on a marked text, expects a result, undoes once, and expects the text again. */
async function rewritten(marked: string, title: RegExp, expected: RegExp): Promise<void> {
  const { document, editor } = await shown('typescript', marked);
  const before = document.getText();
  await take(await rewrites(document, editor.selection), title);
  assert.match(document.getText(), expected);
  assert.ok(document.getText().startsWith(before.trimEnd()), document.getText());
  await vscode.commands.executeCommand('undo');
  await until(() => document.getText() === before, 'one undo brings the text back');
  await closeAll();
}

const squiggles = (uri: vscode.Uri): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Leibniz');

async function says(language: string, marked: string, expected: RegExp): Promise<void> {
  const hover = (await hoverIn(language, marked)) ?? '';
  assert.match(hover, expected);
  assert.match(hover, /!\[[^\]]+\]\(data:image\/svg\+xml;base64,/);
}

const hoverTests: readonly Test[] = [
  test('a hover on a function’s name, in all languages of code', async () => {
    for (const language of LANGUAGES) await says(language, 'const f‸ = (x) => x ** 2 + 1;', /Power rule/);
  }),
  test('a hover on a parameter derives by it', async () => {
    const marked = (name: string): string => LOSS.replace(`${name}:`, `${name}‸:`);
    await says('typescript', marked('w'), /with respect to w\]/);
    await says('typescript', marked('b'), /with respect to b\]/);
  }),
  test('a hover inside a numeric expression', () =>
    says('typescript', 'const g = (t: number) => { return Math.si‸n(t) * t; };', /Product rule/)),
  test('a hover in code writes the derivative instead of inserting it', async () => {
    const hover = (await hoverIn('typescript', 'const f‸ = (x: number) => x ** 2;')) ?? '';
    assert.match(hover, /\[Show steps\].*\[Copy LaTeX\].*\[Write derivative\]/);
    assert.doesNotMatch(hover, /\[Insert\]/);
  }),
  test('no hover where there is nothing to differentiate', async () => {
    const silent = [
      'import { x } fr‸om "x";',
      'const na‸me = "a text";',
      'function gre‸et(name: string) { return `Hello ${name}`; }',
      'async function loa‸d(x: number) { return await fetch(x); }',
      'const f = (x: number) => x ^‸ 2;',
      'function broken‸(x { return x **',
    ];
    for (const text of silent) assert.equal(await hoverIn('typescript', text), null, text);
  }),
  test('the setting of the hover holds in code', () =>
    withSetting('hover.enabled', false, async () => {
      assert.equal(await hoverIn('typescript', 'const f‸ = (x: number) => x ** 2;'), null);
    })),
  test('a hover in a long file and in a hostile one comes back', async () => {
    const many = Array.from({ length: 2_000 }, (_, i) => `const f${String(i)} = (x) => x * ${String(i)};\n`);
    await says('javascript', `${many.join('')}const last‸ = (x) => x ** 3;`, /Power rule/);
    await hoverIn('javascript', `const f‸ = (x) => ${'('.repeat(5_000)}x${')'.repeat(5_000)};`);
  }),
];

const panels = (): number =>
  vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter((tab) => tab.label === 'Derivation')
    .length;

const commandTests: readonly Test[] = [
  test('the panel shows a function, and a selection of code', async () => {
    await shown('typescript', LOSS.replace('loss', 'lo‸ss'));
    await vscode.commands.executeCommand('leibniz.showDerivation');
    await until(() => panels() === 1, 'a panel opens');
    await shown('javascript', 'const y = (x) => «x * Math.exp(x)» + 1;');
    await vscode.commands.executeCommand('leibniz.differentiateSelection');
    assert.equal(panels(), 1);
    await closeAll();
  }),
  test('a function’s derivative is copied as LaTeX', async () => {
    await shown('typescript', 'const f‸ = (x: number) => x ** 3;');
    await vscode.commands.executeCommand('leibniz.copyDerivative');
    assert.match(await vscode.env.clipboard.readText(), /^3\s*x\^\{?2\}?$/);
    await closeAll();
  }),
  test('the hover’s link writes the derivative, at its version only', async () => {
    const { document, editor } = await shown('typescript', 'const f = (x: number) => x ** 3;\n');
    const target = { uri: document.uri.toString(), version: document.version, from: 6, to: 6 };
    await vscode.commands.executeCommand('leibniz.writeDerivative', target);
    assert.match(document.getText(), /fDerivative/);
    await vscode.commands.executeCommand('undo');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
    await vscode.commands.executeCommand('leibniz.writeDerivative', target);
    assert.equal(document.getText(), '\nconst f = (x: number) => x ** 3;\n');
    await closeAll();
  }),
];

const actionTests: readonly Test[] = [
  test('Write derivative function', async () => {
    const f = 'export const f‸ = (x: number): number => Math.sin(x) ** 2;\n';
    await rewritten(f, /^Write derivative function$/, /fDerivative.*\(x: number\)/);
    await rewritten(LOSS.replace('b:', 'b‸:'), /with respect to b$/, /lossDerivative[^]*return w/);
  }),
  test('Insert Derivative writes the derivative at every cursor, as one undo step', async () => {
    const text =
      'const f‸ = (x: number): number => x ** 2;\nconst g‸ = (x: number): number => Math.sin(x);\n';
    const { document } = await shown('typescript', text);
    const before = document.getText();
    await vscode.commands.executeCommand('leibniz.insertDerivative');
    assert.match(document.getText(), /fDerivative[^]*gDerivative/);
    await vscode.commands.executeCommand('undo');
    await until(() => document.getText() === before, 'one undo brings the text back');
    await closeAll();
  }),
  test('Write gradient', () =>
    rewritten(LOSS.replace('loss', 'lo‸ss'), /^Write gradient$/, /lossGradient\(w: number, b: number\)/)),
  test('no gradient of one number', async () => {
    const { document, selections } = await opened('typescript', 'const f‸ = (x: number) => x ** 2;');
    const [range] = selections;
    assert.ok(range);
    assert.deepEqual(
      (await rewrites(document, range)).map(({ title }) => title),
      ['Write derivative function'],
    );
  }),
  test('a function that cannot be derived says why to one who asks, and keeps still otherwise', async () => {
    const { codeActions } = extension().exports as ExtensionParts;
    const { document, selections } = await opened('typescript', 'const f‸ = (x: number) => x ^ 2;');
    const [range] = selections;
    assert.ok(range);
    const offered = async (
      triggerKind: vscode.CodeActionTriggerKind,
    ): Promise<readonly (string | undefined)[]> => {
      const context = { triggerKind, diagnostics: [], only: undefined };
      const { token } = new vscode.CancellationTokenSource();
      const actions = (await codeActions.provideCodeActions(document, range, context, token)) ?? [];
      return actions.map((action) => ('disabled' in action ? action.disabled.reason : action.title));
    };
    const [reason, ...others] = await offered(vscode.CodeActionTriggerKind.Invoke);
    assert.match(reason ?? '', /\^/);
    assert.deepEqual(others, []);
    assert.deepEqual(await offered(vscode.CodeActionTriggerKind.Automatic), []);
  }),
  test('Write gradient test, in the runner of the package, with the gradient where it is missing', () =>
    inFolder({ 'package.json': '{"devDependencies":{"vitest":"1"}}', 'loss.ts': LOSS }, async (file) => {
      const document = await vscode.workspace.openTextDocument(file('loss.ts'));
      await vscode.window.showTextDocument(document);
      const place = document.positionAt(LOSS.indexOf('loss'));
      await take(await rewrites(document, new vscode.Range(place, place)), /^Write gradient test$/);
      const made = vscode.window.activeTextEditor?.document;
      assert.equal(made?.languageId, 'typescript');
      assert.match(made.getText(), /from 'vitest'[^]*import \{ loss, lossGradient \} from '\.\/loss'/);
      assert.match(document.getText(), /export function lossGradient/);
      await closeAll();
    })),
];

const checkTests: readonly Test[] = [
  test('a wrong hand-written derivative is underlined, and the fix puts the right one in', async () => {
    const { document } = await shown('typescript', PAIR);
    await until(() => squiggles(document.uri).length === 1, 'a squiggle');
    const [squiggle] = squiggles(document.uri);
    assert.ok(squiggle);
    assert.equal(document.getText(squiggle.range), 'fPrime');
    assert.match(squiggle.message, /not the derivative of f .*x = .* gives/);
    await take(
      await actionsAt(document, squiggle.range, vscode.CodeActionKind.QuickFix),
      /^Replace fPrime by/,
    );
    assert.match(document.getText(), /^const f = .*\nconst fPrime = .*3 \* x ?\*\* ?2/);
    await until(() => squiggles(document.uri).length === 0, 'the squiggle goes');
    await vscode.commands.executeCommand('undo');
    await until(() => document.getText() === PAIR, 'one undo brings the text back');
    await closeAll();
  }),
  test('one wrong component of a gradient is mended alone', async () => {
    const pair = 'const f = (x, y) => x ** 2 * y;\nconst fGrad = (x, y) => ({ dx: 2 * x, dy: x ** 2 });\n';
    const { document } = await shown('javascript', pair);
    await until(() => squiggles(document.uri).length === 1, 'a squiggle');
    const [squiggle] = squiggles(document.uri);
    assert.match(
      squiggle?.message ?? '',
      /^dx of fGrad is not the derivative of f with respect to x: at x = /,
    );
    assert.ok(squiggle);
    await take(
      await actionsAt(document, squiggle.range, vscode.CodeActionKind.QuickFix),
      /^Replace fGrad by/,
    );
    assert.equal(document.getText(), pair.replace('dx: 2 * x,', 'dx: 2 * x * y,'));
    await closeAll();
  }),
  test('a formula in a doc comment that the code below does not compute', async () => {
    const text = '/** The square, $f(x) = x^3$. */\nconst f = (x: number): number => x * x;\n';
    const { document } = await shown('typescript', text);
    await until(() => squiggles(document.uri).length === 1, 'a squiggle');
    const [squiggle] = squiggles(document.uri);
    assert.ok(squiggle);
    assert.equal(document.getText(squiggle.range), 'f(x) = x^3');
    assert.match(squiggle.message, /not what f computes/);
    await take(await actionsAt(document, squiggle.range, vscode.CodeActionKind.QuickFix), /^Ignore/);
    assert.match(document.getText(), /^\/\/ leibniz-ignore-next-line\n\/\*\*/);
    await until(() => squiggles(document.uri).length === 0, 'the squiggle goes');
    await closeAll();
  }),
  test('Check Derivatives in Workspace reads code', () =>
    inFolder(
      { 'a.mts': PAIR, 'b.jsx': PAIR.replace(/: number/g, ''), 'c.ts': 'export const a = 1;\n' },
      async (file) => {
        await vscode.commands.executeCommand('leibniz.checkWorkspace', file(''));
        for (const name of ['a.mts', 'b.jsx']) assert.equal(squiggles(file(name)).length, 1, name);
        assert.equal(squiggles(file('c.ts')).length, 0);
      },
    )),
  test('squiggles of code go with the editor', async () => {
    const { document } = await shown('javascript', PAIR.replace(/: number/g, ''));
    await until(() => squiggles(document.uri).length === 1, 'a squiggle');
    await closeAll();
    await until(() => squiggles(document.uri).length === 0, 'the squiggle goes');
  }),
];

export const codeTests: readonly Test[] = [...hoverTests, ...commandTests, ...actionTests, ...checkTests];
