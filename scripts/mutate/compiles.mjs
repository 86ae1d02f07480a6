// @ts-check
/** Whether a changed file still has types: what does not compile is no mutant. */
import { join } from 'node:path';
import ts from 'typescript';

/** A judge of one project, which it holds in memory. @param {string} root */
export function compiler(root) {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options, fileNames } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  /** @type {{ file: string, text: string, version: number }} */
  let changed = { file: '', text: '', version: 0 };
  /** @param {string} file */
  const isChanged = (file) => file === changed.file;
  const service = ts.createLanguageService({
    getScriptFileNames: () => fileNames.filter((file) => file.includes('/src/')),
    getScriptVersion: (file) => (isChanged(file) ? `changed ${changed.version}` : 'as it is'),
    getScriptSnapshot: (file) => {
      const text = isChanged(file) ? changed.text : ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getCompilationSettings: () => options,
    getDefaultLibFileName: (o) => ts.getDefaultLibFilePath(o),
    fileExists: (file) => ts.sys.fileExists(file),
    readFile: (file) => ts.sys.readFile(file),
  });
  return {
    /** @param {string} file relative to the root @param {string} text */
    compiles(file, text) {
      const path = join(root, file);
      changed = { file: path, text, version: changed.version + 1 };
      return service.getSyntacticDiagnostics(path).length + service.getSemanticDiagnostics(path).length === 0;
    },
  };
}
