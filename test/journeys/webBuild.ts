import * as assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type Test } from '../host/suite.js';
import { Workbench, type Kit } from './workbench.js';

/** The build for browsers, in a worker that has no Node: VS Code takes it where the manifest has no other. */
export function webBuild(kit: Kit, notes: string): readonly Test[] {
  return [
    test('the web build hovers and shows steps in a worker', async () => {
      const extension = copyWithoutMain(kit.root);
      const workbench = await Workbench.open(kit, { notes, file: 'slopes.md', extension });
      try {
        const hover = await workbench.hover('\\sin x');
        assert.match(await hover.innerText(), /Product rule/);
        await hover.getByText('Show steps').click();
        await workbench.away();
        await workbench
          .panel()
          .locator('body', { hasText: /Product rule/ })
          .waitFor();
      } finally {
        await workbench.close();
        rmSync(extension, { recursive: true, force: true });
      }
    }),
  ];
}

function copyWithoutMain(root: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'leibniz-web-'));
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  delete manifest['main'];
  delete manifest['extensionKind'];
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  for (const part of ['media', 'dist/web', 'dist/fonts', 'dist/webview.js', 'dist/webview.css']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  return folder;
}
