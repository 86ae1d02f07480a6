import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  CODE_LANGUAGES,
  COMMANDS,
  LANGUAGES,
  LINK_COMMANDS,
  PANEL_VIEW,
  SETTINGS,
  STATUS_ITEM,
} from '../../../src/editor/contributions.js';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly icon: string;
  readonly main: string;
  readonly browser: string;
  readonly bin: { readonly leibniz: string };
  readonly capabilities: Readonly<Record<string, { readonly supported: boolean }>>;
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly menus: Readonly<
      Record<string, readonly { readonly command?: string; readonly when?: string }[]>
    >;
    readonly keybindings?: unknown;
    readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
  };
}
interface Property {
  readonly default: unknown;
  readonly scope: string;
  readonly markdownDescription: string;
}

const ROOT = join(import.meta.dirname, '../../..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
const { commands, menus, configuration } = manifest.contributes;
const sorted = (items: readonly string[]): string[] => [...items].sort();

describe('package.json and the code agree', () => {
  test('on the commands', () => {
    expect(sorted(commands.map((c) => c.command))).toEqual(sorted(Object.values(COMMANDS)));
  });
  test('on the settings', () => {
    expect(sorted(Object.keys(configuration.properties))).toEqual(
      sorted(SETTINGS.map((s) => `leibniz.${s}`)),
    );
  });
  test('on the languages and the panel', () => {
    const languages = [...LANGUAGES, ...CODE_LANGUAGES].map((l) => `onLanguage:${l}`);
    const expected = [...languages, `onWebviewPanel:${PANEL_VIEW}`];
    expect(sorted(manifest.activationEvents)).toEqual(sorted(expected));
  });
  test('on the languages whose editors have the menus', () => {
    const conditions = Object.values(menus).flatMap((items) => items.map(({ when }) => when ?? ''));
    const named = conditions.flatMap((c) => /editorLangId =~ \/(.*?)\/(?: |$)/.exec(c)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(1);
    for (const source of named) {
      const matched = [...LANGUAGES, ...CODE_LANGUAGES, 'plaintext', 'json'].filter((l) =>
        new RegExp(source).test(l),
      );
      expect(matched).toEqual([...LANGUAGES, ...CODE_LANGUAGES]);
    }
  });
  test('every name in the code is one of those', () => {
    const known = new Set<string>([
      ...Object.values(COMMANDS),
      ...Object.values(LINK_COMMANDS),
      STATUS_ITEM,
      ...SETTINGS.map((s) => `leibniz.${s}`),
      PANEL_VIEW,
    ]);
    expect(namesInCode().filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the manifest', () => {
  test('puts every command under one category, with a when-clause in the palette', () => {
    const palette = new Map((menus['commandPalette'] ?? []).map((item) => [item.command, item.when]));
    for (const { command, category } of commands) {
      expect(category, command).toBe('Leibniz');
      expect(palette.get(command), command).toBeTruthy();
    }
  });
  test('offers every command in a menu', () => {
    const offered = Object.entries(menus).filter(([place]) => place !== 'commandPalette');
    const names = offered.flatMap(([, items]) => items.map((item) => item.command));
    expect(commands.map((c) => c.command).filter((c) => !names.includes(c))).toEqual([]);
  });
  test('takes no key of anyone’s', () => {
    expect(manifest.contributes.keybindings).toBeUndefined();
  });
  test('gives every setting a default, a scope and words', () => {
    for (const [name, property] of Object.entries(configuration.properties)) {
      expect(property.default, name).toBeDefined();
      expect(property.scope, name).toMatch(/^(resource|language-overridable)$/);
      expect(property.markdownDescription, name).toMatch(/\.$/);
    }
  });
  test('asks for the VS Code whose types it is checked against', () => {
    expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode'] ?? ''}`);
  });
  test('works in untrusted and virtual workspaces', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    expect([untrustedWorkspaces?.supported, virtualWorkspaces?.supported]).toEqual([true, true]);
  });
  test('names files that exist or are built', () => {
    expect(existsSync(join(ROOT, manifest.icon))).toBe(true);
    const shipped = readFileSync(join(ROOT, '.vscodeignore'), 'utf8').split('\n');
    for (const file of [manifest.main, manifest.browser, manifest.bin.leibniz, manifest.icon]) {
      expect(shipped).toContain(`!${file.replace(/^\.\//, '')}`);
    }
  });
});

function namesInCode(): readonly string[] {
  const folder = join(ROOT, 'src/editor');
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const quoted = texts.flatMap((text) => [...text.matchAll(/'(leibniz\.[\w.]+)'/g)]);
  return quoted.map((match) => match[1] ?? '');
}
